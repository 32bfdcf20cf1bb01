import { useId } from 'react';
import type { LetterLength, RecipientId } from '../../lib/appeal/input';
import { textKey, useText } from '../ui/text-context';

export interface DraftProblem {
  message: string;
}

interface Props {
  text: string;
  onText: (text: string) => void;
  length: LetterLength;
  onLength: (length: LetterLength) => void;
  recipient: RecipientId;
  recipients: readonly RecipientId[];
  onRecipient: (recipient: RecipientId) => void;
  characters: number;
  warnings: readonly DraftProblem[];
  refusal: string | null;
  edited: boolean;
  onReset: () => void;
  rows: number;
}

/** The letter, editable; length and recipient choose the generated form, typing keeps the merchant's own. */
export function DraftEditor(props: Props) {
  const { t } = useText();
  const id = useId();
  const limit = props.length === 'long' ? null : props.length;
  const over = limit !== null && props.characters > limit;
  return (
    <section className="stack" aria-label={t('draftTitle')}>
      <div className="row spread">
        <label htmlFor={id}>
          <h2>{t('draftTitle')}</h2>
        </label>
        <span className="row">
          <select aria-label={t('recipient')} value={props.recipient} onChange={(event) => props.onRecipient(event.target.value as RecipientId)}>
            {props.recipients.map((recipient) => (
              <option key={recipient} value={recipient}>
                {t(textKey('recipient', recipient))}
              </option>
            ))}
          </select>
          <select aria-label={t('letterLength')} value={props.length} onChange={(event) => props.onLength(event.target.value === 'long' ? 'long' : (Number(event.target.value) as LetterLength))}>
            <option value="long">{t('lengthLong')}</option>
            <option value="500">{t('length500')}</option>
            <option value="200">{t('length200')}</option>
          </select>
        </span>
      </div>
      {props.refusal ? (
        <p className="notice">{props.refusal}</p>
      ) : (
        <>
          <textarea id={id} rows={props.rows} value={props.text} onChange={(event) => props.onText(event.target.value)} />
          <div className="row spread small quiet">
            <span aria-live="polite" style={over ? { color: 'var(--amber)', fontWeight: 600 } : undefined}>
              {limit === null ? t('characters', props.characters) : t('charactersOf', props.characters, limit)}
            </span>
            {props.edited && (
              <span>
                {t('edited')}{' '}
                <button type="button" className="link" onClick={props.onReset}>
                  {t('resetDraft')}
                </button>
              </span>
            )}
          </div>
        </>
      )}
      {props.warnings.length > 0 && (
        <details className="notice small" open={props.warnings.length === 1}>
          <summary>{t('draftNotes', props.warnings.length)}</summary>
          <ul>
            {props.warnings.map((warning) => (
              <li key={warning.message}>{warning.message}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
