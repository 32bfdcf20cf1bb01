import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../../../lib/case/claim';
import { readPage } from '../../../lib/platforms/read-page';
import { english, listKits, listPage } from '../../fixtures/pages/list-kits';
import { listAddresses } from '../../fixtures/pages/list-words';
import { expectedRows, inventedRows, savedAt } from '../../fixtures/pages/rows';

const open = (html: string): Document => new JSDOM(html).window.document;
const read = (body: string, at: string | null = savedAt) => readPage(open(`<!doctype html><body>${body}</body>`), listAddresses.pinduoduo, at, { parseFrame: open });
const rowsOf = (body: string): ClaimRow[] => read(body).rows ?? [];
const a = { id: '31260305014031', order: '260301-100200300400531' };
const b = { id: '31260305014038', order: '260301-100200300400538' };
const c = { id: '31260305014045', order: '260301-100200300400545' };
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</tbody></table>`;

describe('what a row does not say for certain is null', () => {
  it('a head that may mean any sum or time', () => {
    const rows = rowsOf(table(['售后编号', '订单编号', '金额', '时间', '类型'], [[a.id, a.order, '¥5.00', '2026-03-05 10:00:00', '仅退款'], [b.id, b.order, '¥6.00', '2026-03-05 11:00:00', '未知']]));
    expect(rows.map((row) => [row.afterSaleId, row.orderId, row.amount, row.appliedAt])).toEqual([[a.id, a.order, null, null], [b.id, b.order, null, null]]);
  });

  it('two sums in one cell', () => {
    expect(rowsOf(table(['售后编号', '退款金额'], [[a.id, '<div>¥5.00</div><div>¥9.00</div>'], [b.id, '¥6.00']])).map((row) => row.amount?.value ?? null)).toEqual([null, '6.00']);
  });

  it('several lines under 申请原因', () => {
    expect(rowsOf(table(['售后编号', '申请原因'], [[a.id, '<div>破损</div><div>寄来就这样</div>'], [b.id, '破损']])).map((row) => row.reason)).toEqual([null, '破损']);
  });

  it('a head with two meanings over one value', () => {
    expect(rowsOf(table(['售后编号', '售后类型/售后状态'], [[a.id, '<p>仅退款</p><p>待商家处理</p>'], [b.id, '退款中']])).map((row) => [row.refundType, row.status])).toEqual([['refund-only', '待商家处理'], ['unknown', null]]);
  });

  it('a masked number: its row is lost, and nothing of it goes to the row before', () => {
    const rows = rowsOf(table(['售后编号', '订单编号', '退款金额'], [[a.id, a.order, ''], ['3126****4038', '2603****0538', '¥6.00'], [c.id, c.order, '¥7.00']]));
    expect(rows.map((row) => [row.afterSaleId, row.amount?.value ?? null])).toEqual([[a.id, null], [c.id, '7.00']]);
  });

  it('digits in the page’s own font', () => {
    expect(rowsOf(table(['售后编号', '退款金额'], [[a.id, '¥\ue123\ue124.\ue125'], [b.id, '¥6.00']])).map((row) => row.amount?.value ?? null)).toEqual([null, '6.00']);
  });

  it('time left of a request that waits for the buyer', () => {
    const rows = rowsOf(table(['售后编号', '售后状态', '剩余处理时间'], [[a.id, '待买家寄回', '3天'], [b.id, '待商家处理', '3小时']]));
    expect(rows.map((row) => row.respondBy)).toEqual([null, '2026-03-05T17:00:00+08:00']);
  });

  it('a countdown without the time the page was saved', () => {
    expect(read(table(['售后编号', '售后状态', '剩余处理时间'], [[a.id, '待商家处理', '3天'], [b.id, '待商家处理', '3小时']]), null).rows!.map((row) => row.respondBy)).toEqual([null, null]);
  });

  it('pictures of the merchant', () => {
    const picture = '<img width="60" height="60" src="https://pfs.pinduoduo.com/aftersale-user/one.jpeg">';
    expect(rowsOf(table(['售后编号', '商家凭证', '凭证'], [[a.id, picture, '-'], [b.id, '-', picture]])).map((row) => row.evidence.length)).toEqual([0, 1]);
  });

  it('more pictures than the row shows', () => {
    const picture = '<img width="60" height="60" src="https://pfs.pinduoduo.com/aftersale-user/one.jpeg">';
    expect(rowsOf(table(['售后编号', '凭证'], [[a.id, `${picture}<div>+2</div>`], [b.id, picture]])).map((row) => [row.evidence.length, row.evidenceTotal])).toEqual([[1, 3], [1, null]]);
  });

  it('pictures of hosts that are not the platform’s', () => {
    const rows = rowsOf(table(['售后编号', '凭证'], [[a.id, '<img width="60" height="60" src="https://localhost/x.jpg"><img width="60" height="60" src="http://10.0.0.1/y.jpg">'], [b.id, '']]));
    expect(rows.map((row) => row.evidence)).toEqual([[], []]);
  });
});

describe('where a request ends', () => {
  const card = (one: { id: string; order: string }, amount: string, more = '') => `<div class="card"><div>售后编号：${one.id}</div><div>订单编号：${one.order}</div><div>退款金额：${amount}</div>${more}</div>`;

  it('one request alone, in a table and as a card', () => {
    const one = inventedRows('pinduoduo').slice(0, 1);
    for (const kit of ['antd-table', 'auxo-double', 'beast-table', 'cards', 'd-table'] as const) {
      const words = { ...english, afterSaleId: '售后编号', orderId: '订单编号', type: '售后类型', amount: '退款金额', paid: '实付金额', reason: '申请原因', status: '售后状态', appliedAt: '申请时间', left: '剩余处理时间', evidence: '凭证', goods: '商品信息', action: '操作' };
      const rows = rowsOf(listPage(listKits[kit](one, words), words, 1));
      expect(rows.length, kit).toBe(1);
      expect(rows[0], kit).toMatchObject({ ...one[0]!.read, ...(kit === 'd-table' ? { appliedAt: null } : {}) });
    }
  });

  it('cards with goods in them', () => {
    const goods = '<div class="g"><div>商品信息</div><div>马克杯 x1</div><div>订单金额：¥99.00</div></div>';
    expect(rowsOf(`<div>${card(a, '¥1.00', goods + goods)}${card(b, '¥2.00', goods)}</div>`).map((row) => row.amount?.value)).toEqual(['1.00', '2.00']);
  });

  it('a foot and a panel beside the list belong to no request', () => {
    const rows = rowsOf(`<div><section>${card(a, '¥1.00')}${card(b, '¥2.00')}<div class="sum">合计退款金额：¥3.00</div></section><aside><div>售后状态：店铺正常</div><div>申请原因：店铺升级</div></aside></div>`);
    expect(rows.map((row) => [row.amount?.value, row.status, row.reason])).toEqual([['1.00', null, null], ['2.00', null, null]]);
  });

  it('a row opened under its own, with older sums in its history', () => {
    const heads = ['售后编号', '退款金额', '售后状态'];
    const body = table(heads, [[a.id, '¥1.00', '待商家处理'], [b.id, '¥2.00', '待商家处理']]).replace('</tr><tr><td>' + b.id, `</tr><tr class="expanded"><td colspan="3"><div>协商记录</div><div>消费者 2026-03-01 10:00:00 退款金额：¥50.00</div><div>商家 2026-03-02 10:00:00 退款金额：¥5.00</div></td></tr><tr><td>${b.id}`);
    expect(rowsOf(body).map((row) => row.amount?.value)).toEqual(['1.00', '2.00']);
  });

  it('goods of one request over several lines of a table', () => {
    const body = `<table><thead><tr><th>商品</th><th>售后编号</th><th>退款金额</th><th>售后状态</th></tr></thead><tbody><tr><td>杯</td><td rowspan="2">${a.id}</td><td rowspan="2">¥1.00</td><td rowspan="2">待商家处理</td></tr><tr><td>盘</td></tr><tr><td>碗</td><td>${b.id}</td><td>¥2.00</td><td>退款成功</td></tr></tbody></table>`;
    expect(rowsOf(body).map((row) => [row.afterSaleId, row.amount?.value, row.status])).toEqual([[a.id, '1.00', '待商家处理'], [b.id, '2.00', '退款成功']]);
  });

  it('two requests of one order', () => {
    const rows = rowsOf(table(['售后编号', '订单编号', '退款金额'], [[a.id, a.order, '¥1.00'], [b.id, a.order, '¥2.00']]));
    expect(rows.map((row) => [row.afterSaleId, row.orderId, row.amount?.value])).toEqual([[a.id, a.order, '1.00'], [b.id, a.order, '2.00']]);
  });

  it('a cell that names its numbers under a head that does not', () => {
    const cell = (one: { id: string; order: string }, amount: string) => [`<div>售后编号：${one.id}</div><div>订单编号：${one.order}</div>`, `<div>退款金额：${amount}</div><div>实付金额：¥90.00</div>`, '<div>待商家处理</div><div>还剩 3小时</div>'];
    const rows = rowsOf(table(['售后信息', '金额', '状态'], [cell(a, '¥1.00'), cell(b, '¥2.00')]));
    expect(rows.map((row) => [row.afterSaleId, row.orderId, row.amount?.value, row.status, row.respondBy])).toEqual([[a.id, a.order, '1.00', '待商家处理', '2026-03-05T17:00:00+08:00'], [b.id, b.order, '2.00', '待商家处理', '2026-03-05T17:00:00+08:00']]);
  });

  it('a bar after the row instead of before it', () => {
    const rows = rowsOf(`<table><thead><tr><th>商品</th><th>退款金额</th></tr></thead><tbody><tr><td>杯</td><td>¥1.00</td></tr><tr class="bar"><td colspan="2">售后编号 ${a.id}</td></tr><tr><td>盘</td><td>¥2.00</td></tr><tr class="bar"><td colspan="2">售后编号 ${b.id}</td></tr></tbody></table>`);
    expect(rows.map((row) => [row.afterSaleId, row.amount?.value])).toEqual([[a.id, '1.00'], [b.id, '2.00']]);
  });

  it('the same in English, columns in another order', () => {
    const rows = inventedRows('pinduoduo');
    const reading = read(listPage(listKits['el-table'](rows, english), { ...english }));
    expect(reading.rows).toEqual(expectedRows('pinduoduo'));
    const turned = table([english.amount, english.status, english.afterSaleId, english.reason], rows.map(({ shown }) => [shown.amount, shown.status, shown.afterSaleId, shown.reason]));
    expect(rowsOf(turned).map((row) => [row.afterSaleId, row.amount, row.status, row.reason])).toEqual(rows.map((row) => [row.read.afterSaleId, row.read.amount, row.read.status, row.read.reason]));
  });
});

describe('the list as a whole', () => {
  it('an empty list is empty, and a page without one is unread', () => {
    expect(read('<table><thead><tr><th>售后编号</th><th>退款金额</th></tr></thead></table><div>暂无数据</div>').rows).toEqual([]);
    expect(read('<div>加载中</div>').rows).toBeNull();
  });

  it('says how many the whole list holds', () => {
    expect(read(`${table(['售后编号', '退款金额'], [[a.id, '¥1.00'], [b.id, '¥2.00']])}<div>共 1,204 条</div>`).rowsTotal).toBe(1204);
    expect(read(table(['售后编号', '退款金额'], [[a.id, '¥1.00'], [b.id, '¥2.00']])).rowsTotal).toBeNull();
  });

  it('a link to another request does not make two of one', () => {
    const link = `<a href="https://mms.pinduoduo.com/aftersales-ssr/detail?id=${c.id}&orderSn=${c.order}">该买家上一单</a>`;
    expect(rowsOf(table(['售后编号', '退款金额', '操作'], [[a.id, '¥1.00', link], [b.id, '¥2.00', '-']])).map((row) => [row.afterSaleId, row.amount?.value, row.detailUrl])).toEqual([[a.id, '1.00', null], [b.id, '2.00', null]]);
  });

  it('reads 200 rows of a busy page', () => {
    const many = Array.from({ length: 50 }, (_, round) => inventedRows('pinduoduo').map((row, at) => ({ ...row, shown: { ...row.shown, afterSaleId: `3126030501${String(round * 4 + at).padStart(4, '0')}`, orderId: `260301-1002003004${String(round * 4 + at).padStart(5, '0')}` } }))).flat();
    const rows = rowsOf(listPage(listKits['antd-table'](many, { ...english }), english, 200));
    expect(rows.length).toBe(200);
    expect(new Set(rows.map((row) => row.orderId)).size).toBe(200);
    expect(rows.every((row, at) => row.orderId === many[at]!.shown.orderId && row.reason === many[at]!.shown.reason)).toBe(true);
  });
});
