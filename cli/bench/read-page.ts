import { JSDOM } from 'jsdom';
import { readPage } from '../../lib/platforms/read-page';
import { readTree } from '../../lib/platforms/page-tree';

/** A detail page of an invented claim with `nodes` elements around it. */
export function largePage(nodes: number): string {
  const facts = [['售后编号', '31260305014001'], ['订单编号', '260301-100200300400501'], ['售后类型', '仅退款'], ['售后状态', '待商家处理'], ['退款金额', '¥49.90'], ['申请原因', '商品破损'], ['问题描述', '打开就是碎的'], ['申请时间', '2026-03-05 09:12:33'], ['剩余处理时间', '1天2时3分'], ['消费者凭证', '<img src="https://pfs.pinduoduo.com/a/1.jpeg"><img src="https://pfs.pinduoduo.com/a/2.jpeg">']];
  const noise = Array.from({ length: Math.floor(nodes / 5) }, (_, at) => `<div class="row_${at}"><div class="cell"><span>行 ${at}</span><span>内容 ${at}</span></div><i></i></div>`).join('');
  return `<!doctype html><body><main>${facts.map(([label, value]) => `<div class="r"><span>${label}：</span><span>${value}</span></div>`).join('')}</main>${noise}</body>`;
}

export const largePageAddress = 'https://mms.pinduoduo.com/aftersales-ssr/detail?id=31260305014001&orderSn=260301-100200300400501';

function median(times: number[]): number {
  return times.sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

/** Reading a page of 5,000 elements, and a page that is none, in jsdom: an upper bound, since a browser's DOM is faster. */
export async function benchReadPage(): Promise<{ name: string; value: number; unit: string }[]> {
  const { document } = new JSDOM(largePage(5000)).window;
  const time = (act: () => void, times = 15): number => median(Array.from({ length: times }, () => {
    const before = performance.now();
    act();
    return performance.now() - before;
  }));
  const at = '2026-03-05T14:00:00+08:00';
  readPage(document, largePageAddress, at);
  return [
    { name: 'reading a refund page of 5,000 elements (jsdom)', value: time(() => readPage(document, largePageAddress, at)), unit: 'ms' },
    { name: 'of it, walking the elements once (jsdom)', value: time(() => readTree(document)), unit: 'ms' },
    { name: 'the same page under an address that is no refund page', value: time(() => readPage(document, 'https://mms.pinduoduo.com/home', at)), unit: 'ms' },
  ];
}
