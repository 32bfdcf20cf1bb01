import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const relations: Record<Language, Record<string, string>> = {
  zh: { 'after-claim': '晚于退款申请时间', 'before-order': '早于下单时间', 'before-delivery': '早于送达时间', within: '与订单时间不矛盾' },
  en: { 'after-claim': 'later than the refund request', 'before-order': 'earlier than the order', 'before-delivery': 'earlier than the delivery', within: 'not in conflict with the order' },
};

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件中没有可用的拍摄时间；平台转存会清除它，缺失不说明任何问题。';
  const relation = factText(finding, 'relation');
  const taken = `拍摄时间字段为 ${factText(finding, 'raw')}`;
  if (!relation) return `${taken}；案卷中没有订单时间可供比较。`;
  const hours = Math.abs(Number(fact(finding, 'hoursApart')));
  return `${taken}，${relations.zh[relation]}（${factText(finding, 'comparedWith')}，相差约 ${hours} 小时）${fact(finding, 'offsetKnown') === false ? '；文件未写时区，按北京时间比较' : ''}。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'The file has no usable capture time. Marketplaces strip it; its absence means nothing.';
  const relation = factText(finding, 'relation');
  const taken = `The capture time reads ${factText(finding, 'raw')}`;
  if (!relation) return `${taken}; the case has no dates to compare it with.`;
  const hours = Math.abs(Number(fact(finding, 'hoursApart')));
  return `${taken}, ${relations.en[relation]} (${factText(finding, 'comparedWith')}, about ${hours} hours apart)${fact(finding, 'offsetKnown') === false ? '; the file names no time zone, Beijing time was assumed' : ''}.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '拍摄时间与订单时间',
    summary: zh,
    look: '看拍摄时间是否晚于退款申请，或早于下单、送达；已留出前后 24 小时的余量。',
    ignore: '几小时的差异属正常；只有修改时间而无拍摄时间不作判断。',
    alternatives: '手机时钟或时区设错、相机未校时、转发时软件改写时间，都会造成矛盾；可请买家补拍带当天日期的照片。',
  },
  en: {
    name: 'Capture time against the order',
    summary: en,
    look: 'Whether the picture was taken after the refund request, or before the order or delivery; 24 hours are allowed either way.',
    ignore: 'Differences of hours are normal; a modification time alone is not judged.',
    alternatives: 'A wrong clock or time zone, or a program that rewrites times when forwarding, makes the same conflict. The buyer can be asked for a new photograph that shows the day.',
  },
};
