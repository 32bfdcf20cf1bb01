import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件中没有相机信息；平台转存会清除它，缺失不说明任何问题。';
  const camera = `${factText(finding, 'make')} ${factText(finding, 'model')}`;
  return finding.outcome === 'consistent' ? `相机信息完整且相互一致（${camera}），未见编辑或生成工具的记录。` : `有相机信息（${camera}），但不完整或经过再次保存，不作判断。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'The file has no camera data. Marketplaces strip them; their absence means nothing.';
  const camera = `${factText(finding, 'make')} ${factText(finding, 'model')}`;
  return finding.outcome === 'consistent' ? `Camera data are complete and agree with each other (${camera}); no editor or generator is recorded.` : `There are camera data (${camera}), but not complete or saved again since; no conclusion.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '相机信息一致性',
    summary: zh,
    look: '看厂商、机型、曝光参数、厂商注释和像素尺寸是否齐全并相互吻合。',
    ignore: '没有相机信息不说明任何问题；定位只显示有无，不作判断。',
    alternatives: '相机信息可以整体复制到别的图片上，因此只算很弱的支持。',
  },
  en: {
    name: 'Camera data',
    summary: en,
    look: 'Whether maker, model, exposure, maker notes and pixel size are all there and agree.',
    ignore: 'Missing camera data mean nothing; position is shown only as present or absent.',
    alternatives: 'Camera data can be copied whole onto another picture, so they support it only weakly.',
  },
};
