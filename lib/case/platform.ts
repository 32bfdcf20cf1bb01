/** The marketplaces whose seller back-ends we read. Adding an id makes the compiler ask for its recipe. */
export const platformIds = ['pinduoduo', 'taobao', 'doudian', 'jd', 'kuaishou', 'xiaohongshu', 'weixin', 'alibaba1688'] as const;
export type PlatformId = (typeof platformIds)[number];
