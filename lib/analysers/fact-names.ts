import type { Language } from './analyser';

/** What the keys of facts are called to a reader. A key that is missing here is shown as it is. */
const names: Record<string, { zh: string; en: string }> = {
  reason: { zh: '原因', en: 'reason' },
  error: { zh: '错误', en: 'error' },
  carrier: { zh: '所在位置', en: 'carrier' },
  offset: { zh: '字节偏移', en: 'byte offset' },
  raw: { zh: '原文', en: 'raw text' },
};

export const factName = (key: string, language: Language): string => names[key]?.[language] ?? key;
