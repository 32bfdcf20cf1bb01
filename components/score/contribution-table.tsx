import type { Assessment } from '../../lib/case/assessment';
import { analyserText } from '../../lib/analysers/analyser-text';
import { weights } from '../../lib/scoring/weights';
import { useText } from '../ui/text-context';

const signed = (value: number) => (value > 0 ? `+${value.toFixed(2)}` : value.toFixed(2));

/** Every term of the sum, what the caps took away, and how often the check alarmed on genuine photographs. */
export function ContributionTable({ assessment }: { assessment: Assessment }) {
  const { t, language } = useText();
  if (assessment.contributions.length === 0) return null;
  return (
    <table>
      <caption className="visually-hidden">{t('contributions')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('contributions')}</th>
          <th scope="col">{t('strength')}</th>
          <th scope="col">{t('counted')}</th>
        </tr>
      </thead>
      <tbody>
        {assessment.contributions.map((one) => {
          const row = weights[one.analyser];
          const capped = Math.abs(one.counted - one.weight * one.strength) > 0.005;
          return (
            <tr key={one.analyser}>
              <td>
                {analyserText(one.analyser, language)?.name ?? one.analyser}
                <div className="quiet">{one.weight === 0 ? t('trial') : row?.falseAlarms && t('falseAlarm', row.falseAlarms.alarms, row.falseAlarms.genuine)}</div>
              </td>
              <td>{signed(one.strength)}</td>
              <td>
                {signed(one.counted)}
                {capped && one.weight > 0 && <div className="quiet">{t('capped')}</div>}
              </td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            log10 LR
          </th>
          <td>{signed(assessment.log10LR)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
