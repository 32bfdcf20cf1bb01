import type { Problem } from './facts';
import type { PlatformRecipe } from './recipe';

/** What the merchant reads about one thing that could not be read. */
export interface Mismatch {
  field: string;
  message: string;
}

const names: Record<string, string> = { orderId: '订单编号', afterSaleId: '售后编号', refundType: '售后类型', amount: '退款金额', reason: '申请原因', description: '问题描述', status: '售后状态', appliedAt: '申请时间', respondBy: '处理时限', evidence: '买家凭证图片', page: '页面地址' };

export function missing(recipe: PlatformRecipe, field: string): Mismatch {
  return { field, message: `未能在此页面找到“${names[field] ?? field}”。此页面结构已变化，配方核对于 ${recipe.verifiedOn}；仍可右键检查单张图片。` };
}

export function problem(recipe: PlatformRecipe, field: string, what: Problem): Mismatch {
  const name = names[field] ?? field;
  if (what === 'undated') return { field, message: '页面只显示剩余时间，未给出保存页面的时间，无法换算处理时限；请提供保存时间。' };
  if (what === 'conflict') return { field, message: `页面上有多个不同的“${name}”，无法确定哪一个属于本次申请，未采用任何一个（配方核对于 ${recipe.verifiedOn}）；请人工核对。` };
  return { field, message: `找到了“${name}”但读不准（可能被隐藏、打码、用特殊字体显示或写法不同），未采用（配方核对于 ${recipe.verifiedOn}）；请人工核对。` };
}

export function stale(recipe: PlatformRecipe, field: string): Mismatch {
  return { field, message: `页面显示的“${names[field] ?? field}”与网址中的不是同一单，页面可能仍在切换，未读取（配方核对于 ${recipe.verifiedOn}）；请刷新页面，或右键检查单张图片。` };
}

export function refusedImages(count: number): Mismatch {
  return { field: 'evidence', message: `有 ${count} 张图片的地址不在该平台的图片域名内，未读取；可另存后拖入检查。` };
}

export function noEvidence(recipe: PlatformRecipe): Mismatch {
  return { field: 'evidence', message: `未能在此页面找到“买家凭证图片”，页面也没有说明买家未上传。如页面上有图片，则此页面结构已变化，配方核对于 ${recipe.verifiedOn}；仍可右键检查单张图片。` };
}

const english: Record<string, string> = { orderId: 'order number', afterSaleId: 'after-sale number', refundType: 'kind of request', amount: 'refund amount', reason: 'reason', description: 'buyer’s words', status: 'status', appliedAt: 'time of the request', respondBy: 'deadline', evidence: 'buyer’s pictures', page: 'address of the page' };

/** The same sentences in English, each beside a mark of its Chinese one; the Chinese ones are what a saved reading holds. */
const sentences: readonly [mark: RegExp, english: (name: string, found: RegExpExecArray) => string][] = [
  [/也没有说明买家未上传/, () => 'The buyer’s pictures were not found on this page, nor does it say that there are none. If it shows pictures, its structure has changed; a single picture can still be checked with a right click.'],
  [/^未能在此页面找到/, (name) => `The ${name} was not found: this page’s structure has changed. A single picture can still be checked with a right click.`],
  [/^页面只显示剩余时间/, () => 'The page shows only the time left, and when it was saved is not known: the deadline cannot be told.'],
  [/^页面上有多个不同的/, (name) => `The page shows different answers for the ${name}; none was taken. Please check by eye.`],
  [/但读不准/, (name) => `The ${name} is there but cannot be read for certain (hidden, masked or in a font of its own); it was not taken. Please check by eye.`],
  [/的不是同一单/, (name) => `The ${name} on the page is not the one in its address; the page may still be changing. Nothing was read: reload it, or right-click a single picture.`],
  [/^有 (\d+) 张图片的地址不在/, (_name, found) => `${found[1]} pictures lie outside this platform’s picture hosts and were not read; save them and drop them in to check them.`],
  [/^页面列出 (\d+) 张买家图片，已收取其中 (\d+) 张（每单最多 (\d+) 张/, (_name, found) => `The page lists ${found[1]} of the buyer’s pictures; ${found[2]} were taken (at most ${found[3]} a request, those written into the page itself up to 20 MB each). Save the others and drop them in to check them.`],
];

/** A sentence of this file as an English reader needs it; one that is none of these comes back unchanged. */
export function inEnglish({ field, message }: Mismatch): string {
  for (const [mark, say] of sentences) {
    const found = mark.exec(message);
    if (found !== null) return say(english[field] ?? field, found);
  }
  return message;
}
