import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const readings: Record<Language, Record<string, string>> = {
  zh: { generated: '由生成模型产生', 'ai-edited': '经过生成式 AI 编辑', possible: '合成或数字创作（不限于 AI）', capture: '相机拍摄（明文声明，未验证）', neutral: '与 AI 无关' },
  en: { generated: 'produced by a generative model', 'ai-edited': 'edited with generative AI', possible: 'a composite or digital art, not necessarily AI', capture: 'taken by a camera (plain text, not verified)', neutral: 'unrelated to AI' },
};

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件中没有 XMP 或 IPTC 元数据；平台转存会清除它们，缺失不说明任何问题。';
  const reading = factText(finding, 'reading');
  if (!reading) return '未读到数字来源类型或 AI 署名；缺失不说明任何问题。';
  return `元数据 ${factText(finding, 'property')} 写明“${factText(finding, 'value')}”，含义为${readings.zh[reading]}；位于 ${factText(finding, 'segment')} 段，偏移 ${factText(finding, 'offset')} 字节。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'The file holds neither XMP nor IPTC metadata. Marketplaces strip them; their absence means nothing.';
  const reading = factText(finding, 'reading');
  if (!reading) return 'No digital source type or AI credit was read. Their absence means nothing.';
  return `${factText(finding, 'property')} reads “${factText(finding, 'value')}”: ${readings.en[reading]}. Found in segment ${factText(finding, 'segment')}, byte ${factText(finding, 'offset')}.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '数字来源类型与 AI 署名',
    summary: zh,
    look: '看 IPTC 数字来源类型的取值、署名（Credit）字段是否为 Google、Apple 等写入的固定语句，以及是否填写了 IPTC 2025.1 的 AI 属性。',
    ignore: '降噪、锐化等算法增强不算生成；署名字段里的人名、图库名与 AI 无关。',
    alternatives: '这些是明文，可以改写；“经 AI 编辑”可能只是换了背景或去掉路人，不等于商品部分被改动。',
  },
  en: {
    name: 'Digital source type and AI credits',
    summary: en,
    look: 'The IPTC digital source type, the fixed credit lines that Google and Apple write, and the AI properties of IPTC 2025.1.',
    ignore: 'Denoising and sharpening are not generation; names of people or agencies in the credit field say nothing about AI.',
    alternatives: 'These are plain text and can be rewritten. “Edited with AI” may mean a changed background or a removed passer-by, not the goods.',
  },
};
