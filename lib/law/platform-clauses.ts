/**
 * A place for the merchant's own reading of a platform rule. Platforms change their rules without notice and several
 * keep them behind a login: where we could not verify the text, the merchant enters the clause now in force.
 */
export interface ClauseSlot {
  /** Platform id, also of marketplaces whose pages we do not read. */
  platform: string;
  name: string;
  /** Our record about this platform's rules, shown beside the slot. */
  record: string;
  /** Whether our own text of its rules is verified: the slot is then an addition, not a need. */
  ours: 'verified' | 'unverified';
}

/** What the merchant entered: printed as entered and marked as the merchant's own. */
export interface OwnClause {
  /** Name of the rule, without 《》. */
  rule: string;
  article: string;
  text: string;
  /** Day the merchant read it, YYYY-MM-DD. */
  readOn?: string | null;
}

export const clauseSlots: readonly ClauseSlot[] = [
  { platform: 'pinduoduo', name: '拼多多', record: 'plat-pdd', ours: 'unverified' },
  { platform: 'taobao', name: '淘宝/天猫', record: 'tb-9', ours: 'verified' },
  { platform: 'doudian', name: '抖店', record: 'plat-douyin', ours: 'unverified' },
  { platform: 'jd', name: '京东', record: 'jd1-12', ours: 'verified' },
  { platform: 'kuaishou', name: '快手小店', record: 'plat-kuaishou', ours: 'unverified' },
  { platform: 'xiaohongshu', name: '小红书', record: 'plat-xhs', ours: 'unverified' },
  { platform: 'weixin', name: '微信小店', record: 'plat-wx', ours: 'unverified' },
  { platform: 'alibaba1688', name: '1688', record: 'plat-1688', ours: 'unverified' },
];

export const clauseSlot = (platform: string): ClauseSlot | undefined => clauseSlots.find((slot) => slot.platform === platform);
