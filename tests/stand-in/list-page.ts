import sharp from 'sharp';
import { chinese, listPage } from '../fixtures/pages/list-kits';
import { madePageHtml, madePageUrl } from './made-page';
import { labelledPhoto, photoNames, plainPhoto } from './photos';
import type { StandIn } from './server';

export const listUrl = 'https://mms.pinduoduo.com/aftersales/aftersale_list';

/** One request of a stand-in list of 拼多多. */
export interface MadeRow {
  afterSaleId: string;
  orderId: string;
  amount: string;
  status: string;
  left: string;
  /** Pictures in the row; none where they are on the request's own page only. */
  inRow: string[];
  onPage: string[];
}

export const madePicture = (name: string) => `https://img.pddpic.com/evidence-stand-in/${name}.jpeg`;

/** So many requests that wait for the merchant, each with one picture in its row. */
export function madeRows(count: number): MadeRow[] {
  return Array.from({ length: count }, (_, at) => ({
    afterSaleId: `3126112800${String(at).padStart(4, '0')}`, orderId: `261128-1002003004${String(at).padStart(5, '0')}`, amount: `${10 + ((at * 37) % 90)}.50`, status: '待商家处理',
    left: `${1 + (at % 3)}天${at % 24}小时${at % 60}分`, inRow: [madePicture(`row-${at}`)], onPage: [],
  }));
}

/** The list in Beast's markup, with a head, and a box that scrolls. */
export function listHtml(rows: readonly MadeRow[]): string {
  const heads = ['售后编号', '订单编号', '售后类型', '退款金额', '申请原因', '售后状态', '剩余处理时间', '凭证', '操作'];
  const body = rows.map((row) => `<tr data-testid="beast-core-table-body-tr"><td>${row.afterSaleId}</td><td>${row.orderId}</td><td>仅退款</td><td>¥${row.amount}</td><td>商品破损</td><td>${row.status}</td><td class="left">${row.left}</td><td>${row.inRow.map((address) => `<img width="56" height="56" src="${address}" alt="">`).join('') || '-'}</td><td><a href="${madePageUrl({ ...row, images: [] }).replaceAll('&', '&amp;')}" target="_blank">查看详情</a></td></tr>`).join('\n');
  const table = `<table data-testid="beast-core-table"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${body}</tbody></table>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>售后工作台</title><style>body{margin:0;font:14px/1.6 "PingFang SC","Noto Sans CJK SC",sans-serif;color:#1d2129}header,aside,form,.batch_3,.tabs-nav,.foot_4{padding:8px 16px}.tabs-nav,form,.batch_3,ul,.top_1{display:flex;gap:12px;list-style:none}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:16px 10px;border-bottom:1px solid #e5e6eb}th{background:#f7f8fa;position:sticky;top:0}img{object-fit:cover;margin-right:4px}</style></head><body>${listPage(table, chinese, rows.length + 20)}<script>setInterval(() => document.querySelectorAll('.left').forEach((cell) => { cell.firstChild.data = cell.firstChild.data; }), 1000);</script></body></html>`;
}

/** A drawn scene with texture that no other number shares. */
export async function drawnScene(at: number, side: number): Promise<Buffer> {
  const dots = Array.from({ length: 60 }, (_, n) => {
    const draw = (salt: number) => Math.abs(Math.sin((at + 1) * 12.9898 + n * 78.233 + salt * 37.719) * 43758.5453) % 1;
    return `<ellipse cx="${draw(1) * side}" cy="${draw(2) * side}" rx="${4 + draw(3) * side * 0.15}" ry="${4 + draw(4) * side * 0.15}" transform="rotate(${draw(5) * 90} ${side / 2} ${side / 2})" fill="hsl(${draw(6) * 360} ${20 + draw(7) * 40}% ${20 + draw(8) * 60}%)"/>`;
  });
  const grain = await sharp({ create: { width: side, height: side, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 12 } } }).png().toBuffer();
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"><rect width="100%" height="100%" fill="#b0a898"/>${dots.join('')}</svg>`)).composite([{ input: grain, blend: 'overlay' }]).jpeg({ quality: 86 }).toBuffer();
}

/**
 * Serves the list, the requests' own pages and all pictures. Every picture is another piece of a photograph, or what `picture` makes;
 * the first, and every fiftieth after it, carries an AI label.
 */
export async function serveList(standIn: StandIn, rows: readonly MadeRow[], side = 480, picture?: (at: number, side: number) => Promise<Buffer>): Promise<void> {
  const bases = await Promise.all(photoNames.map((name) => plainPhoto(name, 1400)));
  const labelled = Buffer.from(await labelledPhoto('allium-oreophilum', side));
  const cut = (at: number) => {
    const piece = sharp(bases[at % 3]!).extract({ left: (Math.floor(at / 3) % 5) * 170, top: (Math.floor(at / 15) % 3) * 160, width: 400, height: 300 });
    return (at % 2 === 0 ? piece : piece.flop()).rotate(90 * (Math.floor(at / 45) % 4)).resize(side).jpeg({ quality: 86 }).toBuffer();
  };
  const numbers = new Map(rows.flatMap((row) => [...row.inRow, ...row.onPage]).map((address, at) => [address, at]));
  standIn.route(async (address) => {
    const html = (body: string) => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body });
    if (address.href === listUrl) return html(listHtml(rows));
    const row = rows.find((one) => address.href === madePageUrl({ ...one, images: [] }));
    if (row) return html(madePageHtml({ ...row, images: row.onPage.length > 0 ? row.onPage : row.inRow }));
    const at = numbers.get(address.href);
    return at === undefined ? null : { headers: { 'content-type': 'image/jpeg' }, body: at % 50 === 0 ? labelled : await (picture?.(at, side) ?? cut(at)) };
  });
}
