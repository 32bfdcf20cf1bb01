import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件中没有可比较的内嵌缩略图；平台转存会清除它，缺失不说明任何问题。';
  const likeness = `相似度 ${factText(finding, 'correlation')}`;
  return finding.outcome === 'suspicious' ? `内嵌缩略图与图片本身明显不同（${likeness}），图片在生成缩略图之后被改动或裁切过。` : `内嵌缩略图与图片一致（${likeness}）。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'The file has no embedded thumbnail to compare. Marketplaces remove it; its absence means nothing.';
  const likeness = `likeness ${factText(finding, 'correlation')}`;
  return finding.outcome === 'suspicious' ? `The embedded thumbnail clearly differs from the picture (${likeness}): the picture was altered or cropped after the thumbnail was made.` : `The embedded thumbnail agrees with the picture (${likeness}).`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '内嵌缩略图',
    summary: zh,
    look: '看相机写入的缩略图与现在的图片是否是同一画面；比较时已考虑旋转和黑边。',
    ignore: '缩略图清晰度低、颜色略有差别属正常。',
    alternatives: '只裁切而不更新缩略图的软件会造成同样的差别；很小的局部改动在缩略图上看不出来。',
  },
  en: {
    name: 'Embedded thumbnail',
    summary: en,
    look: 'Whether the thumbnail the camera wrote shows the same scene as the picture; turns and black bars are allowed for.',
    ignore: 'A thumbnail is coarse and its colours may differ a little.',
    alternatives: 'Programs that crop without renewing the thumbnail make the same difference. Small local changes do not show in it.',
  },
};
