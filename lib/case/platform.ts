/** The marketplaces whose seller back-ends are read from the start: their hosts are granted at installation. */
export const shippedPlatformIds = ['pinduoduo', 'taobao', 'doudian', 'jd', 'kuaishou', 'xiaohongshu', 'weixin', 'alibaba1688'] as const;
/** Those whose hosts the browser asks for when the merchant switches them on. */
export const optionalPlatformIds = ['shopee', 'tiktok', 'lazada', 'amazon', 'ebay', 'temu', 'shopify'] as const;
/** All of them. Adding an id makes the compiler ask for its recipe. */
export const platformIds = [...shippedPlatformIds, ...optionalPlatformIds] as const;
export type ShippedPlatformId = (typeof shippedPlatformIds)[number];
export type OptionalPlatformId = (typeof optionalPlatformIds)[number];
export type PlatformId = (typeof platformIds)[number];
