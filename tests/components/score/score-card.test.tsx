// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ScoreCard } from '../../../components/score/score-card';
import type { CaseAssessment } from '../../../lib/case/assessment';
import { show } from '../harness';

afterEach(cleanup);
const assessment = (log10LR: number, score: number, band: CaseAssessment['band'], refused = 0): CaseAssessment => ({ log10LR, score, band, contributions: [], imageId: 'x', examined: 3, refused });

test('score, band in words and the strongest picture are readable as text', () => {
  show(<ScoreCard assessment={assessment(2.4, 63, 'moderately-strong')} pictures={3} strongest={2} />);
  expect(screen.getByText('63')).toBeTruthy();
  expect(screen.getByRole('heading', { name: '对“图片经AI生成或编辑”：中等偏强支持' })).toBeTruthy();
  expect(screen.getByText('3 张图，最高：图 2')).toBeTruthy();
  expect(screen.getByText(/不是概率/)).toBeTruthy();
});

test('a picture that is only known from an earlier claim is not said to be generated or edited', () => {
  const contributions = [{ analyser: 'reused-image', family: 'reuse' as const, strength: 3, weight: 1, weighted: 3, counted: 3, about: 'origin' as const }];
  show(<ScoreCard assessment={{ ...assessment(3, 75, 'strong'), contributions }} pictures={1} strongest={1} />);
  expect(screen.getByRole('heading', { name: '对“图片并非为本单拍摄”：较强支持' })).toBeTruthy();
});

test('no support is told without alarm, refused pictures are counted', () => {
  const { container } = show(<ScoreCard assessment={assessment(0, 0, 'none', 1)} pictures={3} strongest={null} />);
  expect(container.querySelector('.score.raised')).toBeNull();
  expect(screen.getByText(/1 张图未取得/)).toBeTruthy();
});

test('the English interface has the same card', () => {
  show(<ScoreCard assessment={assessment(4.2, 91, 'very-strong')} pictures={1} strongest={1} />, 'en');
  expect(screen.getByRole('heading').textContent).toContain('very strong support');
});
