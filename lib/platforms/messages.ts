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

export function wrongFormat(field: string, text: string): Mismatch {
  return { field, message: text };
}
