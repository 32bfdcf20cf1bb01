import type { ShippedPlatformId } from '../../lib/case/platform';
import type { KitName } from '../fixtures/pages/kits';

/** The page of each platform that demo and end-to-end tests open, in the markup of that back-end's own kit. */
export const standInPages: readonly { platform: ShippedPlatformId; kit: KitName }[] = [
  { platform: 'pinduoduo', kit: 'beast' },
  { platform: 'taobao', kit: 'fusion' },
  { platform: 'doudian', kit: 'auxo' },
  { platform: 'jd', kit: 'jd-pro' },
];

/** The other four back-ends; end-to-end tests open them too. */
export const otherStandInPages: readonly { platform: ShippedPlatformId; kit: KitName }[] = [
  { platform: 'kuaishou', kit: 'auxo' },
  { platform: 'xiaohongshu', kit: 'beast' },
  { platform: 'weixin', kit: 'fusion' },
  { platform: 'alibaba1688', kit: 'fusion' },
];
