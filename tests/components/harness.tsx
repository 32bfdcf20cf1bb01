import type { ReactNode } from 'react';
import { render } from '@testing-library/react';
import english from '../../public/_locales/en/messages.json';
import chinese from '../../public/_locales/zh_CN/messages.json';
import { TextContext, type Translate } from '../../components/ui/text-context';

const fill = (message: string, values: (string | number)[]) => message.replace(/\$(\d)/g, (_whole, digit: string) => String(values[Number(digit) - 1] ?? ''));

/** Renders with the shipped interface strings. */
export function show(node: ReactNode, language: 'zh' | 'en' = 'zh') {
  const messages: Record<string, { message: string }> = language === 'zh' ? chinese : english;
  const t: Translate = (key, ...values) => {
    const entry = messages[key];
    if (!entry) throw new Error(`no interface string ${key}`);
    return fill(entry.message, values);
  };
  return render(<TextContext value={{ t, language }}>{node}</TextContext>);
}
