import type { PlatformId } from '../case/platform';
import { platformIds } from '../case/platform';
import { doudian } from './doudian/recipe';
import { jd } from './jd/recipe';
import { pinduoduo } from './pinduoduo/recipe';
import type { PlatformRecipe } from './recipe';
import { taobao } from './taobao/recipe';

const byId: Record<PlatformId, PlatformRecipe> = { pinduoduo, taobao, doudian, jd };

/** All recipes, in the order of the platforms. */
export const recipes: readonly PlatformRecipe[] = platformIds.map((id) => byId[id]);

export function recipeOf(platform: PlatformId): PlatformRecipe {
  return byId[platform];
}
