// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { rankFindings, TopFindings } from '../../../components/findings/top-findings';
import type { CaseFile, Examination } from '../../../lib/case/case';
import type { ClaimImage } from '../../../lib/case/image';
import type { Finding } from '../../../lib/case/finding';
import { show } from '../harness';

afterEach(cleanup);
const image = (ordinal: number): ClaimImage => ({
  id: `i${ordinal}`, caseId: 'c', role: 'evidence', ordinal, displayed: '', source: null, rendition: 'original', fetchedAt: null, attempts: [], sha256: 'ab', byteLength: 1, format: 'jpeg', width: 1, height: 1, problem: null,
});
const finding = (analyser: string, outcome: Finding['outcome'], strength: number): Finding => ({ analyser, family: 'provenance', outcome, strength, facts: [{ key: 'label', value: '1' }] });
const examination = (ordinal: number, findings: Finding[], counted: Record<string, number>): Examination => ({
  imageId: `i${ordinal}`, caseId: 'c', findings, examinedAt: '', milliseconds: 1,
  assessment: { log10LR: 0, score: 0, band: 'none', contributions: Object.entries(counted).map(([analyser, value]) => ({ analyser, family: 'provenance', strength: value, weight: 1, weighted: value, counted: value })) },
});
const file = (examinations: Examination[]): CaseFile => ({ case: {} as CaseFile['case'], images: [image(1), image(2)], examinations });

test('what moved the score most comes first; what counted nothing is not a reason', () => {
  const made = file([examination(1, [finding('editing-software', 'suspicious', 0.3), finding('synthetic-classifier', 'suspicious', 1)], { 'editing-software': 0.3, 'synthetic-classifier': 0 }), examination(2, [finding('ai-label', 'suspicious', 3)], { 'ai-label': 3 })]);
  expect(rankFindings(made).map((one) => [one.finding.analyser, one.ordinal])).toEqual([
    ['ai-label', 2],
    ['editing-software', 1],
  ]);
});

test('with nothing found the merchant reads what was checked and that this proves nothing', () => {
  show(<TopFindings file={file([examination(1, [finding('ai-label', 'inconclusive', 0), finding('editing-software', 'not-applicable', 0), finding('x', 'failed', 0)], {})])} limit={3} onSee={() => undefined} />);
  expect(screen.getByText(/这不等于证明照片真实/)).toBeTruthy();
  expect(screen.getByText('已检查 1 项，不适用 1 项，未能检测 1 项')).toBeTruthy();
});

test('看 leads to the picture, by keyboard as well', async () => {
  const see = vi.fn();
  show(<TopFindings file={file([examination(2, [finding('ai-label', 'suspicious', 3)], { 'ai-label': 3 })])} limit={3} onSee={see} />);
  screen.getByRole('button', { name: '看 图 2' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(see).toHaveBeenCalledWith('i2');
});
