import type { PageHealth } from '../../lib/platforms/page-health';
import type { PageSample } from '../../lib/platforms/page-sample';
import { textKey, useText } from '../ui/text-context';
import { wallClock } from '../ui/wall-clock';

interface Props {
  health: PageHealth;
  sample: PageSample | null;
  onSave: () => void;
  note: string | null;
}

/** Fact by fact what the recipe found on the page; and a sample of the page that holds nothing of anybody, to look through and save. */
export function PageHealthView({ health, sample, onSave, note }: Props) {
  const { t, language } = useText();
  const comma = language === 'en' ? ', ' : '、';
  const name = (field: string) => t(textKey('fact', field));
  const words = ({ field, preview }: PageHealth['fields'][number]): string | null => {
    if (preview === null || health.rows !== null) return preview;
    if (field === 'refundType') return t(textKey('type', preview));
    return field === 'appliedAt' || field === 'respondBy' ? wallClock(preview) : preview;
  };
  return (
    <div className="stack">
      <p className={health.missing.length > 0 ? 'notice' : ''} role="status">
        {health.rows !== null && `${t('healthRows', health.rows)}。`}
        {health.missing.length > 0 ? t('healthMissing', health.missing.map(name).join(comma)) : t('healthFine')}
      </p>
      <p className="small quiet">{t('healthRecipe', t(textKey('platform', health.platform)), health.verifiedOn, t(textKey('healthOn', health.checkedOn)))}</p>
      <table>
        <tbody>
          {health.fields.map((one) => (
            <tr key={one.field}>
              <th scope="row">{name(one.field)}</th>
              <td>
                <span className={one.state === 'found' ? '' : one.state === 'unclear' ? 'problem' : 'quiet'}>
                  {one.state === 'found' ? '✓ ' : one.state === 'unclear' ? '？ ' : '— '}
                  {t(textKey('health', one.state))}
                </span>
              </td>
              <td className="break">{words(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sample !== null && (
        <details>
          <summary>{t('sampleTitle')}</summary>
          <div className="stack">
            <p className="small">{t('sampleHelp')}</p>
            <p className="small break">{t('sampleKept', sample.kept.length, sample.kept.join(comma))}</p>
            {sample.cut && <p className="small">{t('sampleCut')}</p>}
            <textarea readOnly rows={14} className="mono" aria-label={t('samplePreview')} value={sample.html} />
            <div className="row">
              <button type="button" onClick={onSave}>
                {t('sampleSave')}
              </button>
              <span role="status" className="small">
                {note}
              </span>
            </div>
          </div>
        </details>
      )}
    </div>
  );
}
