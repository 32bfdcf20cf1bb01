import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const percent = (finding: Finding) => `${(Number(fact(finding, 'areaShare')) * 100).toFixed(0)}%`;

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  if (fact(finding, 'log10NFA') === undefined) return '同样明暗、同样平整的部位噪点强弱一致，未见局部差异。';
  const kind = fact(finding, 'kind') === 'quieter' ? '明显弱于' : '明显强于';
  return `约 ${percent(finding)} 的区域噪点${kind}其他同样明暗、同样平整的部位（log10 NFA ${factText(finding, 'log10NFA')}）。手机降噪与虚化也会如此，仅供查看，不计分。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  if (fact(finding, 'log10NFA') === undefined) return 'Parts equally bright and equally flat have equal grain.';
  const kind = fact(finding, 'kind') === 'quieter' ? 'less' : 'more';
  return `About ${percent(finding)} of the picture has clearly ${kind} grain than other parts as bright and as flat （log10 NFA ${factText(finding, 'log10NFA')}）. Phones that denoise or blur do this as well: shown, not scored.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '局部噪点强弱',
    summary: zh,
    look: '看轮廓是否正好围住争议的破损或污渍，而同一材质的其他部位噪点正常。',
    ignore: '天空、纯色背景、过曝处；轮廓按 64 像素格绘制，边缘只是大概。',
    alternatives: '人像虚化、美颜、夜景降噪、HDR 合成、后加文字或打码，都会让局部噪点变弱或变强。',
  },
  en: {
    name: 'Local grain',
    summary: en,
    look: 'Whether the outline holds just the disputed damage while the same material elsewhere has ordinary grain.',
    ignore: 'Sky, plain backgrounds, clipped light. The outline is drawn on a lattice of 64 px and only rough.',
    alternatives: 'Portrait blur, beauty filters, night denoising, HDR merging, captions and blurring change the grain in places.',
  },
};
