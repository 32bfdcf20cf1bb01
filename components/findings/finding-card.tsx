import type { ReactNode } from 'react';
import type { Finding } from '../../lib/case/finding';
import { analyserText } from '../../lib/analysers/analyser-text';
import { factName } from '../../lib/analysers/fact-names';
import { textKey, useText } from '../ui/text-context';

const strongest = 4;

/** A finding in full: what was found, how strong, what to look at, what else could explain it, and the raw facts. `children` stand right below what was found. */
export function FindingCard({ finding, children }: { finding: Finding; children?: ReactNode }) {
  const { t, language } = useText();
  const text = analyserText(finding.analyser, language);
  const spoke = finding.outcome === 'suspicious' || finding.outcome === 'consistent';
  return (
    <article className="panel finding" data-analyser={finding.analyser}>
      <div className="finding-line">
        <span className={`mark ${finding.outcome}`} role="img" aria-label={t(textKey('outcome', finding.outcome))} />
        <h3>{text?.name ?? finding.analyser}</h3>
        {spoke && (
          <span className="small quiet">
            {t('strength')} {finding.strength.toFixed(1)}{' '}
            <span className="strength" aria-hidden="true">
              <i style={{ width: `${Math.min(100, (Math.abs(finding.strength) / strongest) * 100)}%` }} />
            </span>
          </span>
        )}
      </div>
      <p>{text?.summary(finding)}</p>
      {children}
      {finding.outcome === 'suspicious' && text && (
        <dl>
          <dt>{t('look')}</dt>
          <dd>{text.look}</dd>
          <dt>{t('ignore')}</dt>
          <dd>{text.ignore}</dd>
          <dt>{t('alternatives')}</dt>
          <dd>{text.alternatives}</dd>
        </dl>
      )}
      {finding.facts.length > 0 && (
        <details>
          <summary>{t('rawData')}</summary>
          <dl className="mono">
            {finding.facts.map((fact, index) => (
              <div key={index} style={{ display: 'contents' }}>
                <dt>{factName(fact.key, language)}</dt>
                <dd>{String(fact.value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </article>
  );
}
