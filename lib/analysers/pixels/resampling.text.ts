import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  if (fact(finding, 'frequency') === undefined) return '未见缩放留下的周期痕迹。';
  const main = `图片带有缩放的周期痕迹（频率 ${factText(finding, 'frequency')}，相当于放大约 ${Number(fact(finding, 'factor')).toFixed(2)} 倍或等效的缩小）；平台缩放很常见`;
  if (fact(finding, 'otherFrequency') === undefined) return `${main}，不计分。`;
  return `${main}。另有局部区域的痕迹频率为 ${factText(finding, 'otherFrequency')}，与整体不同${finding.outcome === 'suspicious' ? '，与“该处单独缩放后贴入”的情形相符。' : '，强度不足以计分。'}`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  if (fact(finding, 'frequency') === undefined) return 'No periodic trace of resizing.';
  const main = `The picture carries the periodic trace of a resize (frequency ${factText(finding, 'frequency')}, as of enlarging about ${Number(fact(finding, 'factor')).toFixed(2)} times or a matching reduction); marketplaces resize as a rule`;
  if (fact(finding, 'otherFrequency') === undefined) return `${main}; not scored.`;
  return `${main}. A part shows another frequency, ${factText(finding, 'otherFrequency')}${finding.outcome === 'suspicious' ? ', as when it was resized on its own and pasted in.' : '; too weak to score.'}`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '局部缩放痕迹',
    summary: zh,
    look: '看痕迹不同的方块是否覆盖争议的破损或污渍。',
    ignore: '整幅图片的缩放；条纹、网格布、百叶窗等规则纹理附近的方块。',
    alternatives: '拼图、贴纸、画中画和截屏会让局部缩放比例不同；密集的规则纹理也可能产生类似的峰。',
  },
  en: {
    name: 'Local resizing',
    summary: en,
    look: 'Whether the squares with another trace cover the disputed damage.',
    ignore: 'Resizing of the whole; squares over stripes, mesh or blinds.',
    alternatives: 'Collages, stickers, picture-in-picture and screenshots resize parts differently; dense regular texture can make a like peak.',
  },
};
