import type { Claim } from '../case/claim';
import { recipeOf } from '../platforms';

/** Why missing metadata means nothing on this platform, with how well that is known. */
export const metadataNote = (platform: Claim['platform']): string => (platform === 'manual' ? '聊天软件和平台转存会清除元数据' : recipeOf(platform).metadataNote);
