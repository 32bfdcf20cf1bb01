import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const percent = (finding: Finding) => `${(Number(fact(finding, 'areaShare')) * 100).toFixed(1)}%`;

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  if (fact(finding, 'log10NFA') === undefined) return '未见图片内部有逐像素重复的区域。';
  const where = `图中约 ${percent(finding)} 的区域在相距（${factText(finding, 'offsetX')}，${factText(finding, 'offsetY')}）像素处再次出现`;
  return finding.outcome === 'suspicious' ? `${where}，两处逐像素吻合，与“复制粘贴后遮盖或增补内容”的情形相符。` : `${where}，但吻合程度不足以与场景中本来重复的物件区分，仅供查看，不计分。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  if (fact(finding, 'log10NFA') === undefined) return 'No piece of the picture repeats pixel for pixel within it.';
  const where = `About ${percent(finding)} of the picture appears again (${factText(finding, 'offsetX')}, ${factText(finding, 'offsetY')}) pixels away`;
  return finding.outcome === 'suspicious' ? `${where}; both places agree pixel for pixel, as when a piece is copied to hide or add something.` : `${where}, but not closely enough to tell it from things that repeat in the scene; shown, not scored.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '图内复制粘贴',
    summary: zh,
    look: '对照两处轮廓：连纹理、污点、反光的细节都完全相同，才值得注意。',
    ignore: '印刷文字、扑克牌、按键、瓷砖、编织纹等本来重复的图案；轮廓边缘的少许出入。',
    alternatives: '商品包装上的重复印刷图案、拼图海报、手机软件去除污点或水印，都可能产生相同区域。旋转或缩放后的复制不在检验范围内。',
  },
  en: {
    name: 'Copied piece within the picture',
    summary: en,
    look: 'Compare the two outlines: only when texture, specks and reflections are the same in detail does it matter.',
    ignore: 'Printed letters, playing cards, keys, tiles, weaves: things that repeat by themselves. Small differences along the outline.',
    alternatives: 'Repeated print on packaging, collages and posters, or a phone tool that removed a speck or a watermark. Pieces turned or resized after copying are not looked for.',
  },
};
