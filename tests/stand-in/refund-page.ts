import type { PageImage } from '../../lib/case/claim';
import type { ShippedPlatformId } from '../../lib/case/platform';
import { invented, type Invented } from '../fixtures/pages/claims';
import { kits, type KitName } from '../fixtures/pages/kits';
import { crackedCopy, labelledPhoto, plainPhoto } from './photos';
import type { Answer, StandIn } from './server';

const look = `body{margin:0;background:#f2f3f5;color:#1d2129;font:14px/1.8 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header{background:#fff;border-bottom:1px solid #e5e6eb;padding:10px 24px;font-weight:600}
main{max-width:1040px;margin:16px auto;background:#fff;padding:20px 28px;border-radius:6px}
h1{font-size:18px} .pictures{display:flex;gap:10px} .pictures img,.pictures div{width:120px;height:120px;object-fit:cover;background-size:cover;border:1px solid #e5e6eb}
textarea{width:520px;height:96px} .goods{display:flex;gap:12px;align-items:center;margin:12px 0} .goods img{width:64px;height:64px;object-fit:cover}
label.own{display:block;margin-top:16px} .next-row,.weui-cell{display:flex;gap:12px} td{padding:4px 14px 4px 0} li{list-style:none} em{font-style:normal}`;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** One picture as `img`, one as background, one that gets its address late: the ways back-ends show them. */
function pictures(evidence: PageImage[]): string {
  return evidence
    .map(({ displayed }, index) =>
      index % 3 === 1 ? `<div style="background-image:url(&quot;${escape(displayed)}&quot;)"></div>` : index % 3 === 2 ? `<img alt="" width="120" height="120" data-late="${escape(displayed)}">` : `<img alt="" width="120" height="120" src="${escape(displayed)}">`,
    )
    .join('');
}

/** A whole refund page of an invented request, in one kit's markup, with the box the merchant would answer in. */
export function refundPageHtml(claim: Invented, kit: KitName): string {
  const { shown, labels } = claim;
  const pairs = [
    [labels.afterSaleId, shown.afterSaleId],
    [labels.orderId, shown.orderId],
    [labels.type, shown.type],
    [labels.status, shown.status],
    [labels.amount, shown.amount],
    [labels.reason, shown.reason],
    [labels.description, shown.description],
    ['申请时间', shown.appliedAt],
    ['剩余处理时间', shown.left],
    [labels.evidence, `<div class="pictures">${pictures(claim.evidence)}</div>`],
  ] as const;
  const goods = claim.listing.map(({ displayed }) => `<img alt="" width="64" height="64" src="${escape(displayed)}">`).join('');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>售后详情</title><style>${look}</style></head><body>
<header>商家后台（样例页）</header><main><h1>售后详情</h1>
${kits[kit](pairs)}
<section><h2>商品信息</h2><div class="goods">${goods}<span>样例商品</span></div></section>
<label class="own">申诉说明<br><textarea placeholder="请填写申诉说明"></textarea></label></main>
<script>setTimeout(() => document.querySelectorAll('[data-late]').forEach((image) => { image.src = image.dataset.late; }), 600);</script></body></html>`;
}

export const inventedClaim = (platform: ShippedPlatformId): Invented => invented[platform];

/** The same request as if the buyer had made it a day before `now`, as the page would write that: no limit counted from it has run out. */
export function appliedYesterday(claim: Invented, now: Date): Invented {
  const day = new Date(now.getTime() - 16 * 3_600_000).toISOString().slice(0, 10);
  const shift = (text: string) => text.replace(/\d{4}([-/])\d\d[-/]\d\d/, (_, mark: string) => day.replaceAll('-', mark));
  return { ...claim, shown: { ...claim.shown, appliedAt: shift(claim.shown.appliedAt) } };
}

const bare = (address: string) => {
  const { host, pathname } = new URL(address);
  return host + pathname;
};
const jpeg = (body: Uint8Array): Answer => ({ headers: { 'content-type': 'image/jpeg' }, body });

/**
 * Serves one invented request with its pictures: the first evidence picture carries an AI content label, the second is a copy of
 * the listing picture with a crack drawn on it, the others are plain photographs; the listing picture is the merchant's own.
 */
export async function serveRefundPage(standIn: StandIn, claim: Invented, kit: KitName): Promise<void> {
  const made = [await labelledPhoto('allium-oreophilum'), await crackedCopy('french-alpine-landscape'), await plainPhoto('airplane-from-above')];
  const listing = await plainPhoto('french-alpine-landscape');
  const answers = new Map<string, Answer>();
  const put = (image: PageImage, answer: Answer) => {
    for (const address of [image.displayed, ...image.candidates]) if (address.startsWith('https:')) answers.set(bare(address), answer);
  };
  claim.listing.forEach((image) => put(image, jpeg(listing)));
  claim.evidence.forEach((image, index) => put(image, jpeg(made[index % made.length]!)));
  standIn.route((address) => (address.href === claim.url ? { headers: { 'content-type': 'text/html; charset=utf-8' }, body: refundPageHtml(claim, kit) } : (answers.get(bare(address.href)) ?? null)));
}
