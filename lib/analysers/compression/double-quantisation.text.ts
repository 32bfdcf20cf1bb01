import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  if (fact(finding, 'twice') !== true) return '未见在同一网格上两次保存为 JPEG 的痕迹（平台缩放会抹去更早的痕迹）。';
  const main = `图片曾以约质量 ${factText(finding, 'firstQuality')} 保存，之后未经缩放或裁剪又保存了一次（编辑、转存均会如此，不计分）。`;
  return fact(finding, 'log10NFA') === undefined ? main : `${main}其中 ${factText(finding, 'regions')} 个方块更像只保存过一次，仅供对照查看，不计分。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  if (fact(finding, 'twice') !== true) return 'No trace of two JPEG saves on the same grid (a marketplace that resizes erases earlier ones).';
  const main = `The picture was saved at about quality ${factText(finding, 'firstQuality')} and once more without resizing or cropping (editing and forwarding do this; not scored).`;
  return fact(finding, 'log10NFA') === undefined ? main : `${main} ${factText(finding, 'regions')} squares look saved only once; shown for comparison, not scored.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '两次 JPEG 保存',
    summary: zh,
    look: '如有方块轮廓，看它们是否集中在争议的破损或污渍上。',
    ignore: '两次保存本身很常见；散落在细密纹理、过曝或鲜艳色块上的方块。',
    alternatives: '手机相册编辑、聊天软件转发、电脑另存都会再次保存。',
  },
  en: {
    name: 'Two JPEG saves',
    summary: en,
    look: 'If squares are outlined, whether they gather on the disputed damage.',
    ignore: 'That there were two saves; squares scattered over fine texture, clipped light or vivid colour.',
    alternatives: 'Editing in the phone album, forwarding in a messenger and saving on a computer all save again.',
  },
};
