import type { Finding } from '../../case/finding';
import { englishOperator } from '../../evidence/ai-label/operators';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const meaning: Record<Language, Record<string, string>> = {
  zh: { '1': '属于人工智能生成合成内容', '2': '可能为人工智能生成合成内容（传播平台判断）', '3': '疑似人工智能生成合成内容（传播平台判断）' },
  en: { '1': 'AI-generated or AI-synthesised', '2': 'possibly AI-generated (a platform’s judgement)', '3': 'suspected to be AI-generated (a platform’s judgement)' },
};

const where = (finding: Finding, language: Language) =>
  language === 'zh' ? `${factText(finding, 'segment')} 段，偏移 ${factText(finding, 'offset')} 字节` : `segment ${factText(finding, 'segment')}, byte ${factText(finding, 'offset')}`;

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '文件中没有可读的元数据文字；平台转存会清除标识，没有标识不说明任何问题。';
  const label = factText(finding, 'label');
  if (finding.outcome !== 'suspicious') return label ? `读到标识字段，但取值“${label}”不在标准规定的 1、2、3 之内，不作判断。` : '未读到 AI 生成合成内容标识；没有标识不说明任何问题。';
  const operator = factText(finding, 'producerOperator');
  const producer = factText(finding, 'producer');
  const registered = operator ? `，生成服务编码登记于 ${operator}` : producer ? `，生成服务提供者字段为“${producer}”` : '';
  if (meaning.zh[label]) return `文件内写有 AI 内容标识：${meaning.zh[label]}（Label=${label}）${registered}；位于${where(finding, 'zh')}。`;
  if (fact(finding, 'exportReading') !== undefined) return `文件内有应用导出记录，产品字段为“${factText(finding, 'product')}”，导出类型“${factText(finding, 'exportType')}”；位于${where(finding, 'zh')}。`;
  return `文件内有云存储写入的 AIGC 标识记录${registered}；位于${where(finding, 'zh')}。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'The file holds no readable metadata. Marketplaces strip labels; a missing label means nothing.';
  const label = factText(finding, 'label');
  if (finding.outcome !== 'suspicious') return label ? `A label was read, but its value “${label}” is none of the standard’s 1, 2, 3; no conclusion.` : 'No AI content label was read. A missing label means nothing.';
  const operator = factText(finding, 'producerOperator');
  const producer = factText(finding, 'producer');
  const registered = operator ? `; the producer code is registered to ${englishOperator(operator)}` : producer ? `; the producer field reads “${producer}”` : '';
  if (meaning.en[label]) return `The file carries an AI content label: ${meaning.en[label]} (Label=${label})${registered}. Found in ${where(finding, 'en')}.`;
  if (fact(finding, 'exportReading') !== undefined) return `The file carries an app’s export record: product “${factText(finding, 'product')}”, export type “${factText(finding, 'exportType')}”. Found in ${where(finding, 'en')}.`;
  return `The file carries an AIGC record written by a cloud store${registered}. Found in ${where(finding, 'en')}.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: 'AI 生成合成内容标识',
    summary: zh,
    look: '看标识取值（1 属于、2 可能、3 疑似）、生成与传播服务提供者编码、内容编号，以及原文所在的段与偏移。同一编号出现在两笔退款中，说明用的是同一张生成图。',
    ignore: '没有标识不说明任何问题：聊天软件、截图和平台转存都会清除它。编码只说明登记主体，不说明具体产品。',
    alternatives: '标识是明文，可以被改写或移植；2 和 3 是传播平台的推测；用 AI 工具只做了轻微修饰的真实照片也可能带标识。',
  },
  en: {
    name: 'AI content label (GB 45438-2025)',
    summary: en,
    look: 'The label’s value (1 is, 2 possibly, 3 suspected), the codes of the producing and propagating services, the content number, and where in the file it stands. The same number in two claims means the same generated picture.',
    ignore: 'A missing label means nothing: chat apps, screenshots and marketplaces remove it. A code names the registered entity, not the product.',
    alternatives: 'The label is plain text and can be rewritten or transplanted; 2 and 3 are a platform’s guess; a real photograph lightly retouched with an AI tool may carry it as well.',
  },
};
