import { beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tabCases, type TabCase } from '../../../lib/runtime/settings';
import { rememberTab } from '../../../lib/runtime/tab-cases';

beforeEach(() => fakeBrowser.reset());
const shown = (caseId: string): TabCase => ({ caseId, frameId: 0, platform: 'jd', page: 'refund-detail', mismatches: [] });

test('tabs that report at the same moment are all remembered, and one can be forgotten', async () => {
  await Promise.all([1, 2, 3, 4, 5].map((tab) => rememberTab(tab, shown(`jd:${tab}`))));
  await rememberTab(3, null);
  const all = await tabCases.getValue();
  expect(Object.keys(all)).toEqual(['1', '2', '4', '5']);
  expect(all['5']?.caseId).toBe('jd:5');
});
