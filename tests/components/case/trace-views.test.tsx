// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { TraceViews } from '../../../components/case/trace-views';
import { show } from '../harness';

afterEach(cleanup);

test('nothing is shown until a view is chosen; choosing it again turns it off', () => {
  const onSelect = vi.fn();
  show(<TraceViews selected={null} onSelect={onSelect} frames={null} error={null} />);
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText(/不参与评分/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '误差水平' }));
  expect(onSelect).toHaveBeenLastCalledWith('error-level');
  cleanup();
  show(<TraceViews selected="error-level" onSelect={onSelect} frames={[{ quality: null, url: 'blob:e' }]} error={null} />);
  const button = screen.getByRole('button', { name: '误差水平' });
  expect(button.getAttribute('aria-pressed')).toBe('true');
  fireEvent.click(button);
  expect(onSelect).toHaveBeenLastCalledWith(null);
});

test('a series is moved through by its quality, each view with what to look at and what to ignore', () => {
  const frames = [60, 65, 70].map((quality) => ({ quality, url: `blob:${quality}` }));
  show(<TraceViews selected="jpeg-ghost" onSelect={() => undefined} frames={frames} error={null} />);
  expect(screen.getByRole('img', { name: 'JPEG 鬼影 · 质量 65' }).getAttribute('src')).toBe('blob:65');
  fireEvent.change(screen.getByRole('slider'), { target: { value: '2' } });
  expect(screen.getByRole('img', { name: 'JPEG 鬼影 · 质量 70' }).getAttribute('src')).toBe('blob:70');
  expect(screen.getByText('看什么').nextElementSibling!.textContent).toMatch(/滑块/);
  expect(screen.getByText('忽略什么').nextElementSibling!.textContent).toMatch(/平台缩放/);
});

test('says while it is made, and why it could not be', () => {
  show(<TraceViews selected="grain" onSelect={() => undefined} frames={null} error={null} />, 'en');
  expect(screen.getByRole('status').textContent).toBe('Making the view…');
  cleanup();
  show(<TraceViews selected="grain" onSelect={() => undefined} frames={null} error="no bytes" />, 'en');
  expect(screen.getByText('This view could not be made: no bytes')).toBeTruthy();
  expect(screen.queryByRole('status')).toBeNull();
});
