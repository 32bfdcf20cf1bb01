import { expect, test } from 'vitest';
import { upcomingNotices } from '../../../lib/runtime/deadline-notices';

const due = Date.parse('2026-11-23T10:00:00+08:00');
const hour = 3_600_000;

test('a notice six hours and one hour before; what has passed is not told any more', () => {
  expect(upcomingNotices('jd:1', '2026-11-23T10:00:00+08:00', due - 8 * hour).map((one) => one.when)).toEqual([due - 6 * hour, due - hour]);
  expect(upcomingNotices('jd:1', '2026-11-23T10:00:00+08:00', due - 2 * hour).map((one) => one.name)).toEqual(['deadline:jd:1|1']);
  expect(upcomingNotices('jd:1', '2026-11-23T10:00:00+08:00', due)).toEqual([]);
  expect(upcomingNotices('jd:1', null, due)).toEqual([]);
});
