import type { Block, Row, Section } from '../document';
import type { Material } from '../build-document';
import { beijingClock } from '../time';
import { orderName, platformNameOf, refundTypeName, refundTypeOf, unsaid } from '../wording';

/** What the page says about order and claim, and when everything happened. */
export function orderSection({ input, images }: Material): Section {
  const { claim } = input.file.case;
  const facts: Row[] = [
    { label: '平台', value: platformNameOf(claim) },
    ...(input.shop?.name ? [{ label: '店铺', value: [input.shop.name, input.shop.contact].filter(Boolean).join(' · ') }] : []),
    { label: '订单编号', value: orderName(claim) },
    { label: '售后单号', value: claim.afterSaleId ?? unsaid(claim) },
    { label: '申请类型', value: refundTypeOf(claim) },
    { label: '申请金额', value: claim.amount ? `${claim.amount.value} ${claim.amount.currency}` : unsaid(claim) },
    { label: '售后状态', value: claim.status ?? unsaid(claim) },
    { label: '申请原因', value: claim.reason ?? unsaid(claim) },
    { label: '买家说明', value: claim.description ?? unsaid(claim) },
    ...(claim.pageUrl ? [{ label: '页面地址', value: claim.pageUrl }] : []),
    { label: '页面读取方式', value: claim.recipe?.taught ? `浏览器扩展按本店指认的标签读取（${claim.recipe.verifiedOn} 指认，第 ${claim.recipe.taught.revision} 版）` : claim.recipe ? `浏览器扩展按页面文字读取（配方版本 ${claim.recipe.verifiedOn}）` : claim.typed ? `图片与订单信息由商家手动添加（${beijingClock(claim.typed.at)} 填写）` : '图片由商家手动添加' },
  ];
  const collected = images.filter((image) => image.role === 'evidence' && image.fetchedAt).map((image) => image.fetchedAt!).sort();
  const examinedAt = input.file.examinations.map((one) => one.examinedAt).sort();
  const video = input.attachments?.find((one) => one.kind === 'packing-video');
  const events: [string | null | undefined, string][] = [
    [input.times?.orderedAt, '下单'],
    [video?.recordedAt, `打包视频录制（${video?.title ?? ''}）`],
    [input.times?.shippedAt, '发货'],
    [input.times?.deliveredAt, '签收'],
    [claim.appliedAt, `买家申请${claim.refundType === 'unknown' ? '售后' : refundTypeName[claim.refundType]}`],
    [claim.readAt, claim.recipe ? '读取售后页面' : '建立案卷'],
    [collected[0], `取得图片（${collected.length} 张，首张）`],
    [examinedAt.at(-1), '检验完成'],
    [input.generatedAt, '生成本证据包'],
    [claim.respondBy, '商家处理时限'],
  ];
  const timeline = events.filter((event): event is [string, string] => Boolean(event[0])).sort((a, b) => Date.parse(a[0]) - Date.parse(b[0]));
  const blocks: Block[] = [
    { type: 'rows', rows: facts },
    { type: 'heading', text: '时间线' },
    { type: 'table', columns: [{ title: '时间（北京时间）', share: 0.3 }, { title: '事项', share: 0.7 }], rows: timeline.map(([at, what]) => [beijingClock(at), what]) },
    { type: 'paragraph', tone: 'soft', text: claim.recipe ? '以上内容按读取时页面所示抄录，未作改动。页面未显示的日期不列入；采集与检验时间取自本机时钟。' : '订单与申请内容由商家填写，未从平台页面读取，请与平台记录核对；建立案卷、取图与检验时间取自本机时钟。' },
  ];
  return { id: 'order', title: '订单与退款申请', level: 1, newPage: false, blocks };
}
