import { describe, expect, it } from 'vitest';
import type { Case } from '../../../lib/case/case';
import { caseFace, changedFace, rowMark } from '../../../lib/runtime/mark-text';
import type { TriageRow } from '../../../lib/runtime/triage/queue';

const file = (change: object): Case => ({ status: 'done', progress: { done: 3, total: 3 }, assessment: { band: 'strong', examined: 3 }, claim: { respondBy: '2026-12-01T20:45:00+08:00' }, ...change }) as unknown as Case;
const queued = (state: TriageRow['state'], respondBy: string | null) => ({ state, row: { respondBy } }) as unknown as TriageRow;

describe('the chip on a refund page', () => {
  it.each([
    [{}, 'zh', '验图 · 较强支持 · 3 张', 'raised'],
    [{}, 'en', 'Yantu · strong support · 3 picture(s)', 'raised'],
    [{ assessment: { band: 'none', examined: 3 } }, 'zh', '验图 · 未见支持 · 3 张', ''],
    [{ status: 'examining', progress: { done: 1, total: 3 } }, 'zh', '验图 · 检验中 1/3', 'busy'],
    [{ status: 'collecting' }, 'en', 'Yantu · fetching pictures', 'busy'],
    [{ status: 'interrupted' }, 'zh', '验图 · 检验中断，点此继续', ''],
  ] as const)('%j in %s', (change, language, text, look) => expect(caseFace(file(change), language)).toEqual({ text, look }));
  it('says that a page has changed', () => expect([changedFace('zh').text, changedFace('en').text]).toEqual(['验图 · 此页面结构已变化', 'Yantu · this page’s structure has changed']));
});

describe('the chip beside a row', () => {
  it('has band and deadline, in the language of the interface', () => {
    expect(rowMark('jd:7', undefined, file({}), 'zh')).toEqual({ id: 'jd:7', text: '验图 · 较强支持 · 12-01 20:45 前', look: 'raised', label: '验图 · 较强支持 · 12-01 20:45 前，售后单 7' });
    expect(rowMark('jd:7', undefined, file({}), 'en')).toEqual({ id: 'jd:7', text: 'Yantu · strong support · by 12-01 20:45', look: 'raised', label: 'Yantu · strong support · by 12-01 20:45, request 7' });
  });
  it('has the deadline before it is examined, and none where the list shows none', () => {
    expect(rowMark('jd:7', queued('waiting', '2026-12-02T09:00:00+08:00'), undefined, 'zh')).toMatchObject({ text: '验图 · 排队中 · 12-02 09:00 前', look: '' });
    expect(rowMark('jd:7', queued('no-pictures', null), undefined, 'zh').text).toBe('验图 · 买家未上传图片');
    expect(rowMark('jd:7', queued('opening', null), undefined, 'zh').look).toBe('busy');
  });
});
