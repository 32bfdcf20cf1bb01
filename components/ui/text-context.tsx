import { createContext, useContext } from 'react';
import type messages from '../../public/_locales/zh_CN/messages.json';
import type { Language } from '../../lib/analysers/analyser';

export type TextKey = keyof typeof messages;

/** Looks up an interface string; `$1`… are replaced by the arguments, as text. */
export type Translate = (key: TextKey, ...values: (string | number)[]) => string;

export const TextContext = createContext<{ t: Translate; language: Language } | null>(null);

export function useText(): { t: Translate; language: Language } {
  const text = useContext(TextContext);
  if (!text) throw new Error('no TextContext above this component');
  return text;
}

/** Keys made from data (`outcome_failed`): hyphens are not allowed in message names. */
export const textKey = (prefix: string, id: string): TextKey => `${prefix}_${id.replaceAll('-', '_')}` as TextKey;
