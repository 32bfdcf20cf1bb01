import type { ReactNode } from 'react';
import { inEnglish } from '../../lib/platforms/messages';
import { useText } from '../ui/text-context';

interface Props {
  mismatches: { field: string; message: string }[];
  onReadAgain: () => void;
  /** The claim itself was read; only something beside it was not. */
  partly?: boolean;
  /** It is a single picture, not a page, that could not be had. */
  picture?: boolean;
  /** What may be done beside reading again. */
  children?: ReactNode;
}

/** A changed page is said to be one: what is missing, and what still works. */
export function PageNotice({ mismatches, onReadAgain, partly, picture, children }: Props) {
  const { t, language } = useText();
  if (mismatches.length === 0) return null;
  return (
    <section className="notice stack" role="alert">
      <h2>{t(picture ? 'pictureNote' : partly ? 'partlyRead' : 'pageChanged')}</h2>
      <ul>
        {mismatches.map((one) => (
          <li key={one.field + one.message}>{language === 'en' ? inEnglish(one) : one.message}</li>
        ))}
      </ul>
      <div className="row">
        {children}
        {!picture && (
          <button type="button" onClick={onReadAgain}>
            {t('readAgain')}
          </button>
        )}
      </div>
    </section>
  );
}
