import { optionalPlatformIds, platformIds, shippedPlatformIds } from '../case/platform';
import type { PlatformId } from '../case/platform';
import { alibaba1688 } from './alibaba1688/recipe';
import { amazon } from './amazon/recipe';
import { doudian } from './doudian/recipe';
import { ebay } from './ebay/recipe';
import { jd } from './jd/recipe';
import { kuaishou } from './kuaishou/recipe';
import { lazada } from './lazada/recipe';
import { pinduoduo } from './pinduoduo/recipe';
import type { PlatformRecipe } from './recipe';
import { shopee } from './shopee/recipe';
import { shopify } from './shopify/recipe';
import { taobao } from './taobao/recipe';
import { temu } from './temu/recipe';
import { tiktok } from './tiktok/recipe';
import { weixin } from './weixin/recipe';
import { xiaohongshu } from './xiaohongshu/recipe';

const byId: Record<PlatformId, PlatformRecipe> = { pinduoduo, taobao, doudian, jd, kuaishou, xiaohongshu, weixin, alibaba1688, shopee, tiktok, lazada, amazon, ebay, temu, shopify };

/** All recipes, in the order of the platforms. */
export const recipes: readonly PlatformRecipe[] = platformIds.map((id) => byId[id]);
/** Those whose hosts are granted at installation. */
export const shippedRecipes: readonly PlatformRecipe[] = shippedPlatformIds.map((id) => byId[id]);
/** Those whose hosts are asked for when switched on. */
export const optionalRecipes: readonly PlatformRecipe[] = optionalPlatformIds.map((id) => byId[id]);

export function recipeOf(platform: PlatformId): PlatformRecipe {
  return byId[platform];
}
