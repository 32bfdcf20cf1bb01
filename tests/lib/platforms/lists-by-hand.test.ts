import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../../cli/read-page';
import { lists as componentLists } from '../../fixtures/pages-by-hand/component-lists';

describe.each(Object.entries({ componentLists }))('%s', (_file, lists) => {
  it.each(lists.map((list) => [list.id, list] as const))('%s', (_id, list) => {
    const reading = readSavedPage(list.html, list.url, list.at);
    expect(reading.page).toBe('refund-list');
    expect(reading.rows?.map(({ detailUrl: _made, ...row }) => row)).toEqual(list.rows);
  });
});
