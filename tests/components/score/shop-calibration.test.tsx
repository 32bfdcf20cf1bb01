// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ShopCalibration, type ShopCalibrationProps } from '../../../components/score/shop-calibration';
import { show } from '../harness';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const view = { photographs: 150, bound: 1.234, rate: 0.01, calibratedAt: '2026-11-28T08:00:00Z', model: 'pixels-1' };
const props = (change: Partial<ShopCalibrationProps> = {}): ShopCalibrationProps => ({ view: null, model: 'pixels-1', progress: null, outcome: null, onFiles: vi.fn(), onCancel: vi.fn(), onRemove: vi.fn(), ...change });
const picture = (name: string) => new File(['x'], name, { type: 'image/jpeg' });

test('photographs chosen one by one or as a folder are handed on, the same ones a second time too', async () => {
  const given = props();
  show(<ShopCalibration {...given} />);
  const input = screen.getByLabelText('选择照片…', { selector: 'input' });
  await userEvent.upload(input, [picture('a.jpg'), picture('b.jpg')]);
  await userEvent.upload(input, [picture('a.jpg')]);
  expect(vi.mocked(given.onFiles).mock.calls.map(([files]) => files.map((file) => file.name))).toEqual([['a.jpg', 'b.jpg'], ['a.jpg']]);
  expect(screen.getByLabelText('选择文件夹…', { selector: 'input' }).hasAttribute('webkitdirectory')).toBe(true);
});

test('what is stored is shown with its size, day, bound and rate, and is removed only when confirmed', async () => {
  const given = props({ view });
  show(<ShopCalibration {...given} />);
  expect(screen.getByText(/^已用 150 张照片校准（.*2026.*）。界限为 1\.23：同类真实照片超出它的概率不高于 1 %/)).toBeTruthy();
  const asked = vi.fn(() => false);
  vi.stubGlobal('confirm', asked);
  await userEvent.click(screen.getByRole('button', { name: '删除本店校准' }));
  expect(asked).toHaveBeenCalledOnce();
  expect(given.onRemove).not.toHaveBeenCalled();
  asked.mockReturnValue(true);
  await userEvent.click(screen.getByRole('button', { name: '删除本店校准' }));
  expect(given.onRemove).toHaveBeenCalledOnce();
});

test('a calibration of an earlier model is said to be unused', () => {
  show(<ShopCalibration {...props({ view, model: 'pixels-2' })} />);
  expect(screen.getByText(/属于旧版模型/)).toBeTruthy();
  expect(screen.queryByText(/界限为/)).toBeNull();
});

test('too few photographs are refused in a sentence that says how many are missing', () => {
  show(<ShopCalibration {...props({ outcome: { tooFew: 42 } })} />);
  expect(screen.getByRole('alert').textContent).toContain('至少需要 100 张能评分的照片，现有 42 张');
});

test('while it runs it shows how far it is and can be cancelled; pictures cannot be added twice over', async () => {
  const given = props({ progress: { done: 7, total: 120 } });
  show(<ShopCalibration {...given} />);
  expect(screen.getByRole('status').textContent).toBe('正在评分：7 / 120');
  expect(screen.getByRole('progressbar', { name: '校准到我的店铺' })).toHaveProperty('value', 7);
  expect(screen.queryByRole('button', { name: '选择照片…' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(given.onCancel).toHaveBeenCalledOnce();
});

test('what was left out is told by reason, in English too; without a model nothing can be chosen', () => {
  const added = { scored: 118, doubles: 3, unscored: { 'no-picture': 2, 'too-small': 1, 'no-classifier': 0 }, cancelled: false };
  show(<ShopCalibration {...props({ outcome: { added }, model: null })} />, 'en');
  expect(screen.getByRole('status').textContent).toBe('118 photographs added. 6 left out: 3 doubles, 2 no pictures, 1 too small or not scorable.');
  expect(screen.getByRole('button', { name: 'Choose photographs…' })).toHaveProperty('disabled', true);
});
