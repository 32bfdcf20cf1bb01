/** How letters address one marketplace, and which of its own rules we may cite (dates are checked where they are used). */
export interface PlatformVoice {
  id: string;
  name: string;
  addressee: string;
  /** Rules of the platform itself by which the buyer answers for the truth of the evidence. */
  evidenceTruth: readonly string[];
  /** Rules on who must prove damage that shows on the surface. */
  surfaceDamage: readonly string[];
  /** Rules on who must prove a quality problem visible to the eye. */
  visibleQuality: readonly string[];
  /** Buyers are mostly businesses: consumer law is not relied on. */
  betweenBusinesses?: boolean;
  /** Rules that pause a dispute when police or court are called. */
  pause: readonly string[];
}

const none = { evidenceTruth: [], surfaceDamage: [], visibleQuality: [], pause: [] } as const;

const voices: readonly PlatformVoice[] = [
  { id: 'pinduoduo', name: '拼多多', addressee: '拼多多商家售后申诉审核', ...none },
  { id: 'taobao', name: '淘宝/天猫', addressee: '淘宝/天猫平台争议处理', evidenceTruth: ['tb-9'], surfaceDamage: ['tb-75'], visibleQuality: ['tb-65'], pause: ['tb-82', 'tb-83'] },
  { id: 'doudian', name: '抖店', addressee: '抖店（抖音电商）商家申诉审核', ...none },
  { id: 'jd', name: '京东', addressee: '京东开放平台交易纠纷处理', evidenceTruth: ['jd1-12'], surfaceDamage: [], visibleQuality: ['jd1-10'], pause: ['jd1-6'] },
  { id: 'kuaishou', name: '快手小店', addressee: '快手小店商家申诉审核', ...none },
  { id: 'xiaohongshu', name: '小红书', addressee: '小红书千帆商家申诉审核', ...none },
  { id: 'weixin', name: '微信小店', addressee: '微信小店商家申诉审核', ...none },
  { id: 'alibaba1688', name: '1688', addressee: '1688平台交易纠纷处理', ...none, betweenBusinesses: true },
];

const manual: PlatformVoice = { id: 'manual', name: '', addressee: '平台售后申诉审核', ...none };

/** A platform without a voice of its own is addressed in general words. */
export const voiceOf = (platform: string): PlatformVoice => voices.find((voice) => voice.id === platform) ?? manual;
