// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { Comparison } from '../../../components/case/comparison';
import { show } from '../harness';

afterEach(cleanup);

test('the slider uncovers the merchant’s picture by the share chosen', () => {
  show(<Comparison buyer="blob:b" own="blob:o" regions={[{ kind: 'difference', points: [[0.1, 0.1], [0.2, 0.1], [0.2, 0.2]] }]} />);
  const own = screen.getByAltText('本店图片');
  expect(own.style.clipPath).toBe('inset(0 50% 0 0)');
  fireEvent.change(screen.getByRole('slider', { name: '移动分界线' }), { target: { value: '80' } });
  expect(own.style.clipPath).toBe('inset(0 20% 0 0)');
});

test('blinking is a switch that says its state', () => {
  show(<Comparison buyer="blob:b" own="blob:o" regions={[]} />);
  const button = screen.getByRole('button', { name: '闪烁对比' });
  expect(button.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(button);
  expect(button.getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByRole('slider')).toHaveProperty('disabled', true);
});
