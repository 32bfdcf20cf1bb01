import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件末尾没有手机厂商的附加数据；缺失不说明任何问题。';
  if (finding.outcome !== 'suspicious') return '文件末尾有三星手机的附加数据，未见编辑记录。';
  const at = `位于文件尾部，偏移 ${factText(finding, 'offset')} 字节`;
  if (Number(fact(finding, 'genAIType') ?? 0) !== 0) return `三星附加数据 ${factText(finding, 'block')} 记有 genAIType=${factText(finding, 'genAIType')}，表明使用过生成式 AI 编辑；${at}。`;
  return `三星附加数据记有相册编辑（${factText(finding, 'block')}），未标明使用 AI；${at}。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'No phone maker’s data follow the picture. Their absence means nothing.';
  if (finding.outcome !== 'suspicious') return 'Samsung data follow the picture; they record no edit.';
  const at = `found after the picture, byte ${factText(finding, 'offset')}`;
  if (Number(fact(finding, 'genAIType') ?? 0) !== 0) return `Samsung’s ${factText(finding, 'block')} records genAIType=${factText(finding, 'genAIType')}: generative AI editing was used; ${at}.`;
  return `Samsung’s data record an edit in the gallery (${factText(finding, 'block')}) without naming AI; ${at}.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '手机厂商编辑记录',
    summary: zh,
    look: '看三星附加数据中的 genAIType 是否非 0，以及是否有相册再编辑记录。',
    ignore: '裁剪、滤镜等普通编辑很常见；拍摄时间等其他附加数据属正常。',
    alternatives: '生成式编辑可能只去掉了路人或背景杂物，不一定涉及商品部分。',
  },
  en: {
    name: 'Phone maker’s edit record',
    summary: en,
    look: 'Whether genAIType in Samsung’s trailing data is other than 0, and whether a gallery edit is recorded.',
    ignore: 'Cropping and filters are common; other trailing data such as the capture time are normal.',
    alternatives: 'A generative edit may have removed a passer-by or clutter and left the goods alone.',
  },
};
