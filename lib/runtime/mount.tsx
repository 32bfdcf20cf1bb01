import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { TextContext, type Translate } from '../../components/ui/text-context';
import { interfaceLanguage, interfaceText } from './interface-text';

/** Draws a page of the extension with the browser's interface language. */
export function mount(page: ReactNode): void {
  const language = interfaceLanguage();
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <TextContext value={{ t: interfaceText(language) as Translate, language }}>{page}</TextContext>
    </StrictMode>,
  );
}
