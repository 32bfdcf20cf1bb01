import { expect, it } from 'vitest';
import { beijingTime } from '../../../lib/report/time';

it('tells Beijing time whatever the offset, and leaves what is no time', () => {
  expect(beijingTime('2026-11-20T20:30:05Z')).toBe('2026-11-21 04:30:05（北京时间）');
  expect(beijingTime('2026-11-20T10:00:00+08:00')).toBe('2026-11-20 10:00:00（北京时间）');
  expect(beijingTime('昨天')).toBe('昨天（北京时间）');
});
