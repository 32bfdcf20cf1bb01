import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import { reasonText } from '../trace-reason';

const origins: Record<Language, Record<string, string>> = {
  zh: { ijg: '通用编码库（IJG）的标准量化表', custom: '相机、手机或服务端自定义的量化表', mozjpeg: 'mozjpeg 编码器的量化表（网站常用）', photoshop: 'Adobe Photoshop“另存为”的量化表' },
  en: { ijg: 'the standard tables of the common library (IJG)', custom: 'tables of a camera, phone or server of its own', mozjpeg: 'tables of the mozjpeg encoder (common on the web)', photoshop: "tables of Adobe Photoshop's Save as" },
};

const originText = (finding: Finding, language: Language): string => origins[language][factText(finding, 'origin').split('-')[0]!] ?? '';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'zh');
  if (fact(finding, 'origin') === undefined) return '文件缺少亮度量化表，无法说明来源。';
  const quality = fact(finding, 'qualityExact') === true ? `质量 ${factText(finding, 'quality')}` : `相当于质量约 ${factText(finding, 'quality')}`;
  return `最后一次保存使用${originText(finding, 'zh')}，${quality}，色度采样 ${factText(finding, 'sampling')}。仅说明保存方式，不计分。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return reasonText(finding, 'en');
  if (fact(finding, 'origin') === undefined) return 'The file lacks its luminance table; nothing can be said about its origin.';
  const quality = fact(finding, 'qualityExact') === true ? `quality ${factText(finding, 'quality')}` : `about quality ${factText(finding, 'quality')}`;
  return `The last save used ${originText(finding, 'en')}, ${quality}, sampling ${factText(finding, 'sampling')}. It tells how the file was saved and is not scored.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '量化表来源',
    summary: zh,
    look: '看保存方式是否与买家的说法相符（例如声称“手机原图”，却是电脑软件的量化表）。',
    ignore: '标准量化表十分普遍：许多手机、平台和聊天软件都使用它，不能据此区分。',
    alternatives: '平台转存会换上自己的量化表；裁剪、加水印、转发也会重新保存。',
  },
  en: {
    name: 'Origin of the quantisation tables',
    summary: en,
    look: 'Whether the way of saving fits what is said (an "original from the phone" with the tables of a desktop program).',
    ignore: 'Standard tables are everywhere: many phones, marketplaces and messengers use them.',
    alternatives: 'A marketplace puts in its own tables; cropping, watermarking and forwarding save anew.',
  },
};
