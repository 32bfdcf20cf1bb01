import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件中没有软件字段；平台转存会清除元数据，缺失不说明任何问题。';
  if (finding.outcome !== 'suspicious') return `软件或设备字段为“${factText(finding, 'tool')}”，不是已知的图片编辑软件。`;
  return `软件字段写明“${factText(finding, 'value')}”（${factText(finding, 'editor')}），图片经该软件保存过；位于 ${factText(finding, 'segment')} 段（${factText(finding, 'carrier')}），偏移 ${factText(finding, 'offset')} 字节。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'The file has no software field. Marketplaces strip metadata; its absence means nothing.';
  if (finding.outcome !== 'suspicious') return `The software or device field reads “${factText(finding, 'tool')}”, which is no image editor we know.`;
  return `A software field reads “${factText(finding, 'value')}” (${factText(finding, 'editor')}): the picture was saved by it. Found in segment ${factText(finding, 'segment')} (${factText(finding, 'carrier')}), byte ${factText(finding, 'offset')}.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '编辑软件',
    summary: zh,
    look: '看最后保存图片的软件，以及 XMP 历史里记录的步骤。',
    ignore: '固件版本号、相册或传输工具的名字属正常；没有软件字段不说明任何问题。',
    alternatives: '裁剪、调亮、打码隐私、加美颜都会留下同样的记录；很多人用编辑软件只是为了压缩图片。',
  },
  en: {
    name: 'Editing software',
    summary: en,
    look: 'Which program saved the picture last, and the steps its XMP history records.',
    ignore: 'Firmware versions and names of galleries or transfer tools are normal; a missing field means nothing.',
    alternatives: 'Cropping, brightening, hiding private details and beauty filters leave the same record; many people use an editor only to make a file smaller.',
  },
};
