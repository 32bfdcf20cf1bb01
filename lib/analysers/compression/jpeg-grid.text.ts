import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const percent = (finding: Finding) => `${(Number(fact(finding, 'areaShare')) * 100).toFixed(1)}%`;
const grid = (finding: Finding) => `(${factText(finding, 'gridX')},${factText(finding, 'gridY')})`;

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  const cropped = fact(finding, 'shifted') === true ? `整幅图片的压缩网格起点为 ${grid(finding)}，说明曾在保存后裁剪或截屏（常见，不计分）。` : '整幅图片只见最后一次保存的压缩网格。';
  if (fact(finding, 'kind') === undefined) return `${cropped}未见局部网格不一致。`;
  const what = fact(finding, 'kind') === 'foreign-grid' ? '带有与整体错位的压缩网格' : '没有整体具有的压缩网格';
  return `${cropped}约 ${percent(finding)} 的区域${what}（log10 NFA ${factText(finding, 'log10NFA')}），${finding.outcome === 'suspicious' ? '与“该处在保存后被另行贴入”的情形相符。' : '强度不足以计分，仅供查看。'}`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  const cropped = fact(finding, 'shifted') === true ? `The JPEG grid starts at ${grid(finding)}: cropped or screenshotted after a save (common, not scored). ` : 'One JPEG grid, of the last save, runs through the picture. ';
  if (fact(finding, 'kind') === undefined) return `${cropped}No part disagrees with it.`;
  const what = fact(finding, 'kind') === 'foreign-grid' ? 'carries a grid out of step with the rest' : 'lacks the grid the rest has';
  return `${cropped}About ${percent(finding)} ${what} （log10 NFA ${factText(finding, 'log10NFA')}）${finding.outcome === 'suspicious' ? ', as when a piece is pasted in after the save.' : '; too weak to score, shown only.'}`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: 'JPEG 压缩网格',
    summary: zh,
    look: '看轮廓内是否正好是争议的破损、污渍等内容，而不是文字水印或边框。',
    ignore: '整体网格起点不在角上只说明裁剪或截屏；平台重新保存后更早的网格会被抹去，未检出不代表未修改。',
    alternatives: '聊天软件贴纸、打码、拼图、后加文字或水印，都会在局部留下不同的网格。',
  },
  en: {
    name: 'JPEG grid',
    summary: en,
    look: 'Whether the outline holds just the disputed damage or stain, rather than a caption or frame.',
    ignore: 'A shifted grid alone only means a crop or screenshot. A later save erases earlier grids: nothing found is not proof of anything.',
    alternatives: 'Stickers, blurring, collages, captions and watermarks added by a phone leave another grid in places.',
  },
};
