import type { PlatformId } from '../case/platform';
import { platformIds } from '../case/platform';
import { alibaba1688 } from './alibaba1688/recipe';
import { doudian } from './doudian/recipe';
import { jd } from './jd/recipe';
import { kuaishou } from './kuaishou/recipe';
import { pinduoduo } from './pinduoduo/recipe';
import type { PlatformRecipe } from './recipe';
import { taobao } from './taobao/recipe';
import { weixin } from './weixin/recipe';
import { xiaohongshu } from './xiaohongshu/recipe';

const byId: Record<PlatformId, PlatformRecipe> = { pinduoduo, taobao, doudian, jd, kuaishou, xiaohongshu, weixin, alibaba1688 };

/** All recipes, in the order of the platforms. */
export const recipes: readonly PlatformRecipe[] = platformIds.map((id) => byId[id]);

export function recipeOf(platform: PlatformId): PlatformRecipe {
  return byId[platform];
}
