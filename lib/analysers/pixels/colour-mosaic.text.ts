import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  const main = '整幅图片带有相机感光元件的色彩滤镜痕迹，与相机原图相符（不计分）。';
  return fact(finding, 'log10NFA') === undefined ? main : `${main}其中 ${factText(finding, 'regions')} 个方格的痕迹与整体错开（log10 NFA ${factText(finding, 'log10NFA')}），仅供对照查看，不计分。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  const main = "The trace of a sensor's colour filter runs through the picture, as in a camera original (not scored).";
  return fact(finding, 'log10NFA') === undefined ? main : `${main} In ${factText(finding, 'regions')} squares it is out of step with the rest (log10 NFA ${factText(finding, 'log10NFA')}); shown for comparison, not scored.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '色彩滤镜痕迹',
    summary: zh,
    look: '看错开的方格是否正好落在争议的内容上。',
    ignore: '未检出或不适用不说明任何问题：平台转存、缩放、较强的压缩都会抹去这种痕迹。',
    alternatives: '手机的多帧合成、局部提亮、镜头校正会让局部错开。',
  },
  en: {
    name: 'Colour filter trace',
    summary: en,
    look: 'Whether the squares out of step lie right on what is disputed.',
    ignore: 'Nothing found, or not applicable, says nothing: marketplaces, resizing and stronger compression erase this trace.',
    alternatives: 'Multi-frame merging, local brightening and lens correction of a phone shift it in places.',
  },
};
