import type { Claim } from '../case/claim';
import { recipeOf } from '../platforms';

/** Why missing metadata means nothing on this platform, with how well that is known. */
export function metadataNote(platform: Claim['platform'], language: 'zh' | 'en'): string {
  if (platform !== 'manual') return recipeOf(platform).metadata[language];
  return language === 'zh' ? '聊天软件和平台转存会清除元数据' : 'chat apps and platforms strip it when they store a picture';
}
