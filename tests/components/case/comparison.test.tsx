// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Comparison } from '../../../components/case/comparison';
import { show } from '../harness';

afterEach(cleanup);

test('the slider uncovers the merchant’s picture by the share chosen', () => {
  show(<Comparison buyer="blob:b" own="blob:o" regions={[{ kind: 'difference', points: [[0.1, 0.1], [0.2, 0.1], [0.2, 0.2]] }]} share={0.021} />);
  const own = screen.getByAltText('本店图片');
  expect(own.style.clipPath).toBe('inset(0 50% 0 0)');
  fireEvent.change(screen.getByRole('slider', { name: '移动分界线' }), { target: { value: '80' } });
  expect(own.style.clipPath).toBe('inset(0 20% 0 0)');
});

test('blinking is a switch that says its state', () => {
  show(<Comparison buyer="blob:b" own="blob:o" regions={[]} share={null} />);
  const button = screen.getByRole('button', { name: '闪烁对比' });
  expect(button.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(screen.queryByRole('slider')).toBeNull();
});

test('side by side both carry the outline, which can be taken off; its share of the frame is told', () => {
  show(<Comparison buyer="blob:b" own="blob:o" regions={[{ kind: 'difference', points: [[0.1, 0.1], [0.2, 0.1], [0.2, 0.2]] }]} share={0.021} />);
  expect(screen.getByText('标出 1 处不同，合计占画面 2.1 %')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '并排对比' }));
  expect([screen.getByAltText('买家图片').getAttribute('src'), screen.getByAltText('本店图片').getAttribute('src')]).toEqual(['blob:b', 'blob:o']);
  expect(document.querySelectorAll('polygon')).toHaveLength(2);
  fireEvent.click(screen.getByRole('checkbox', { name: '显示轮廓' }));
  expect(document.querySelectorAll('polygon')).toHaveLength(0);
});
