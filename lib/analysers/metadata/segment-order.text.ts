import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const writers: Record<Language, Record<string, string>> = {
  zh: { gd: 'PHP GD（网站常用）', ffmpeg: 'FFmpeg', 'photoshop-web': 'Photoshop“存储为 Web”', photoshop: 'Photoshop', 'apple-imageio': '苹果系统图片组件', camera: '相机或手机直接写出', libjpeg: 'libjpeg 一类通用组件（网站、应用常用）' },
  en: { gd: 'PHP GD, common on web sites', ffmpeg: 'FFmpeg', 'photoshop-web': 'Photoshop “Save for Web”', photoshop: 'Photoshop', 'apple-imageio': 'Apple’s image framework', camera: 'a camera or phone itself', libjpeg: 'libjpeg or its kin, common in sites and apps' },
};

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '不是 JPEG 文件，无段序可看。';
  const writer = writers.zh[factText(finding, 'writer')];
  return writer ? `JPEG 段的排列像由${writer}写出；只作参考，不计分。` : 'JPEG 段的排列不属于已知的写出程序；只作参考，不计分。';
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'Not a JPEG file; there is no segment order to look at.';
  const writer = writers.en[factText(finding, 'writer')];
  return writer ? `The order of the JPEG segments looks like ${writer}; for information, it counts nothing.` : 'The order of the JPEG segments fits no writer we know; for information, it counts nothing.';
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: 'JPEG 段序',
    summary: zh,
    look: '看最后一次保存这张图的程序留下的段落次序。',
    ignore: '平台、聊天软件都会重新保存图片，通用组件的段序最常见，不说明任何问题。',
    alternatives: '同一组件被许多程序共用；段序只能提示，不能认定软件。',
  },
  en: {
    name: 'JPEG segment order',
    summary: en,
    look: 'The order of segments left by the program that saved the picture last.',
    ignore: 'Marketplaces and chat apps save pictures again; a general library’s order is the commonest and means nothing.',
    alternatives: 'Many programs share one library; the order hints at a program and cannot name it.',
  },
};
