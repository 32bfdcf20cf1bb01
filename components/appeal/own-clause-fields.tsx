import type { OwnClause } from '../../lib/law/platform-clauses';
import { useText } from '../ui/text-context';

const blank: OwnClause = { rule: '', article: '', text: '', readOn: null };

/** The merchant's own reading of a platform rule: printed as entered, and said to be the merchant's. */
export function OwnClauseFields({ name, verified, value, onChange }: { name: string; verified: boolean; value: OwnClause | undefined; onChange: (clause: OwnClause | null) => void }) {
  const { t } = useText();
  const clause = value ?? blank;
  const change = (part: Partial<OwnClause>) => {
    const next = { ...clause, ...part };
    onChange(next.rule || next.article || next.text ? next : null);
  };
  return (
    <details className="panel">
      <summary>
        {name} {value ? '✓' : ''} <span className="quiet small">{t(verified ? 'clauseOursVerified' : 'clauseOursUnverified')}</span>
      </summary>
      <div className="stack">
        <label>
          {t('clauseRule')} <input type="text" value={clause.rule} onChange={(event) => change({ rule: event.target.value })} />
        </label>
        <label>
          {t('clauseArticle')} <input type="text" value={clause.article} onChange={(event) => change({ article: event.target.value })} />
        </label>
        <label>
          {t('clauseText')}
          <textarea rows={3} maxLength={300} value={clause.text} onChange={(event) => change({ text: event.target.value })} />
        </label>
        <label>
          {t('clauseReadOn')} <input type="date" value={clause.readOn ?? ''} onChange={(event) => change({ readOn: event.target.value || null })} />
        </label>
      </div>
    </details>
  );
}
