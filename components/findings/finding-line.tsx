import type { Finding } from '../../lib/case/finding';
import { analyserText } from '../../lib/analysers/analyser-text';
import { textKey, useText } from '../ui/text-context';

/** One finding in one line, with the way to the picture. */
export function FindingLine({ finding, picture, onSee }: { finding: Finding; picture: number; onSee?: () => void }) {
  const { t, language } = useText();
  const text = analyserText(finding.analyser, language);
  return (
    <li className="finding-line">
      <span className={`mark ${finding.outcome}`} role="img" aria-label={t(textKey('outcome', finding.outcome))} />
      <span className="summary">
        <b>{t('pictureN', picture)}</b> {text?.summary(finding) ?? finding.analyser}
      </span>
      {onSee && (
        <button type="button" className="link" onClick={onSee} aria-label={`${t('see')} ${t('pictureN', picture)}`}>
          {t('see')}
        </button>
      )}
    </li>
  );
}
