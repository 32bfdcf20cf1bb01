import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wallClock } from '../../../components/ui/wall-clock';

describe('a page’s time is shown as the page says it', () => {
  const before = process.env.TZ;
  beforeEach(() => void (process.env.TZ = 'Asia/Shanghai'));
  afterEach(() => void (process.env.TZ = before));

  test('on a clock of the same offset, nothing is added', () => {
    expect(wallClock('2026-03-05T09:12:33+08:00')).toBe('2026-03-05 09:12:33');
  });
  test('on a clock elsewhere, the offset is named', () => {
    process.env.TZ = 'Europe/Berlin';
    expect(wallClock('2026-03-05T09:12:33+08:00')).toBe('2026-03-05 09:12:33 UTC+8');
    expect(wallClock('2026-03-05T09:12:33-03:30')).toBe('2026-03-05 09:12:33 UTC−3:30');
  });
  test('a UTC time of our own is shown in this clock', () => {
    expect(wallClock('2026-03-05T01:12:33.000Z')).toBe('2026-03-05 09:12:33');
  });
  test('what is no time stays as it is', () => {
    expect(wallClock('明天')).toBe('明天');
  });
});
