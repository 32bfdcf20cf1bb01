import { supportPhrase } from '../appeal/wording';
import type { Assessment } from '../case/assessment';
import { knownOrderId, type Claim, type RefundType } from '../case/claim';
import type { Family, Outcome } from '../case/finding';
import { propositionOf, propositionText } from '../scoring/proposition';
import type { ClaimImage, HandTaken, ImageProblem, ImageRole, Rendition } from '../case/image';

/** Words of the printed report. It is always Chinese: its readers are Chinese platforms and authorities. */
export const disclaimer = '检测结果仅供申诉参考，不构成鉴定意见';
export const scoreIsNoProbability = '分数是证据支持程度的刻度（0–100），由似然比换算而来，不是“图片为AI生成”的概率。';

export const platformName: Record<Claim['platform'], string> = {
  pinduoduo: '拼多多',
  taobao: '淘宝 / 天猫',
  doudian: '抖店',
  jd: '京东',
  kuaishou: '快手小店',
  xiaohongshu: '小红书',
  weixin: '微信小店',
  alibaba1688: '1688',
  shopee: 'Shopee',
  tiktok: 'TikTok Shop',
  lazada: 'Lazada / Daraz',
  amazon: '亚马逊',
  ebay: 'eBay',
  temu: 'Temu',
  shopify: 'Shopify',
  manual: '手动添加',
};

export const refundTypeName: Record<RefundType, string> = {
  'refund-only': '仅退款',
  'return-and-refund': '退货退款',
  exchange: '换货',
  resend: '补寄',
  repair: '维修',
  unknown: '页面未注明',
};

/** A back-end only the merchant's own recipe knows goes by the name the merchant gave it. */
export const platformNameOf = ({ platform, recipe }: Claim): string => (platform === 'manual' && recipe?.taught ? recipe.taught.name : platformName[platform]);
/** What stands where a fact is not known. */
export const unsaid = ({ platform, recipe, typed }: Claim): string => (typed || (platform === 'manual' && !recipe) ? '商家未填写' : '页面未注明');
export const orderName = (claim: Claim): string => knownOrderId(claim) ?? unsaid(claim);
export const refundTypeOf = (claim: Claim): string => (claim.refundType === 'unknown' ? unsaid(claim) : refundTypeName[claim.refundType]);

/** The band in a full sentence, in the words the letter uses. */
export function bandSentence(assessment: Assessment): string {
  const { band } = assessment;
  const proposition = propositionText.zh[propositionOf(assessment)];
  return band === 'none' ? `检测结果未对“${proposition}”提供支持。这不等于证明图片为实拍。` : `${supportPhrase(band, [], proposition)}。`;
}

export const outcomeWord: Record<Outcome, string> = {
  suspicious: '可疑',
  consistent: '未见异常',
  inconclusive: '无法判断',
  'not-applicable': '不适用',
  failed: '未能检测',
};

export const familyName: Record<Family, string> = {
  provenance: '来源标识',
  metadata: '元数据',
  compression: '压缩痕迹',
  pixels: '像素痕迹',
  learned: '分类模型',
  'own-pictures': '与本店图片比对',
  reuse: '重复使用',
};

export const roleName: Record<ImageRole, string> = { evidence: '图', listing: '商品图', added: '补充图' };

/** How the report calls a picture: 图 2, 商品图 1. */
export const pictureName = (image: ClaimImage) => `${roleName[image.role]} ${image.ordinal}`;

export const renditionName: Record<Rendition, string> = {
  original: '原始尺寸文件（平台保存的原图）',
  preview: '平台预览图（非原图，细节可能已丢失）',
  thumbnail: '页面缩略图（非原图，细节已丢失）',
  unknown: '未能确定是否为原图',
};

/** Where a picture came from that no recipe collected. */
export const handName: Record<HandTaken, string> = {
  file: '商家提供的文件（未能确定是否为原图）',
  address: '按网页上的图片地址取得（未能确定是否为原图）',
  page: '在网页内读取的图片（未能确定是否为原图）',
  screenshot: '屏幕截图：元数据与压缩痕迹不代表原图',
};

/** Why a picture is missing, for a reader who cannot do anything about it; what the merchant can do is in lib/case/problem-text.ts. */
export const problemReason: Record<ImageProblem, string> = {
  empty: '文件为空（0 字节）',
  'not-an-image': '地址返回的内容不是图片',
  'too-large': '文件超过大小上限，未取用',
  'too-many-pixels': '像素数超过上限，未解码',
  expired: '图片地址的签名已过期',
  refused: '图片服务器拒绝访问',
  'not-found': '图片地址已失效',
  network: '网络中断，未能取得',
  'foreign-host': '图片不在该平台的图片域名上，未访问',
  'blob-gone': '页面内的临时图片已释放',
  truncated: '文件不完整（被截断）',
  undecodable: '文件损坏或格式无法解码',
};
