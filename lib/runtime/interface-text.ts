import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';

const strings: Record<'zh' | 'en', Record<string, { message: string }>> = { zh: chinese, en: english };

/** Chinese is the first language; English for those who read none: many merchants run an English browser with Chinese preferred. */
export function interfaceLanguage(languages: readonly string[] = navigator.languages): 'zh' | 'en' {
  const readsChinese = languages.some((one) => one.toLowerCase().startsWith('zh'));
  return !readsChinese && languages[0]?.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

/** Looks up an interface string in the language chosen; `$1`… stand for the values. */
export const interfaceText =
  (language: 'zh' | 'en') =>
  (key: string, ...values: (string | number)[]): string =>
    (strings[language][key]?.message ?? key).replace(/\$(\d)/g, (_whole, digit: string) => String(values[Number(digit) - 1] ?? ''));
