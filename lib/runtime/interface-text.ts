import { browser } from './browser';

/** Chinese unless the browser's interface is in another language that we have. */
export const interfaceLanguage = (): 'zh' | 'en' => (browser.i18n.getMessage('@@ui_locale' as never).startsWith('en') ? 'en' : 'zh');

export function interfaceText(key: string, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key as never, values.map(String) as never) || key;
}
