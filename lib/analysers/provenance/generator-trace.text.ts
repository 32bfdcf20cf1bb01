import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const zh = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return '文件中没有可读的元数据文字；平台转存会清除它们，缺失不说明任何问题。';
  if (finding.outcome !== 'suspicious') return '未读到图像生成工具留下的参数或名称；缺失不说明任何问题。';
  const verb = factText(finding, 'kind') === 'processed' ? '经过该工具处理' : '由该工具产生';
  return `文件内留有 ${factText(finding, 'tool')} 的记录，表明图片${verb}；位于 ${factText(finding, 'segment')} 段（${factText(finding, 'carrier')}），偏移 ${factText(finding, 'offset')} 字节。`;
};

const en = (finding: Finding): string => {
  if (finding.outcome === 'not-applicable') return 'The file holds no readable metadata. Marketplaces strip them; their absence means nothing.';
  if (finding.outcome !== 'suspicious') return 'No settings or name of an image generator were read. Their absence means nothing.';
  const verb = factText(finding, 'kind') === 'processed' ? 'was processed by it' : 'was made with it';
  return `The file keeps a record of ${factText(finding, 'tool')}, which says the picture ${verb}. Found in segment ${factText(finding, 'segment')} (${factText(finding, 'carrier')}), byte ${factText(finding, 'offset')}.`;
};

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '生成工具痕迹',
    summary: zh,
    look: '看生成参数（提示词、采样器、步数、工作流）或软件字段里的工具名称，原文可逐字核对。',
    ignore: '只认工具字段和固定格式，图片说明、文件名里出现的词不算。',
    alternatives: 'ComfyUI 等工具也能只做放大、修复；参数是明文，可以改写或从别的文件带入。',
  },
  en: {
    name: 'Traces of a generator',
    summary: en,
    look: 'Generation settings (prompt, sampler, steps, workflow) or a tool’s name in a software field. The raw text can be checked word by word.',
    ignore: 'Words in captions and file names do not count; only tool fields and fixed formats do.',
    alternatives: 'ComfyUI and its kin can merely enlarge or repair a photograph. Settings are plain text and can be rewritten or carried over from another file.',
  },
};
