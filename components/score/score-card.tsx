import type { CaseAssessment } from '../../lib/case/assessment';
import { bandFloors } from '../../lib/scoring/bands';
import { bandText } from '../../lib/scoring/band-text';
import { propositionOf, propositionText } from '../../lib/scoring/proposition';
import { useText } from '../ui/text-context';

const ceiling = 100;

/** Score, band in words, and a meter with one field per band: word and shape tell the band, not colour alone. */
export function ScoreCard({ assessment, pictures, strongest }: { assessment: CaseAssessment; pictures: number; strongest: number | null }) {
  const { t, language } = useText();
  const supports = t('supports', propositionText[language][propositionOf(assessment)], bandText[language][assessment.band]);
  const raised = assessment.log10LR >= 1;
  return (
    <section className={raised ? 'panel score raised' : 'panel score'} aria-label={supports}>
      <div className="score-number">
        {assessment.score}
        <small> / 100</small>
      </div>
      <div>
        <h2 className="score-words">{supports}</h2>
        <p className="quiet small">
          {strongest && raised ? t('picturesHighest', pictures, strongest) : t('picturesNone', pictures)}
          {assessment.refused > 0 && ` · ${t('refusedCount', assessment.refused)}`}
        </p>
      </div>
      <div className="meter" aria-hidden="true">
        {bandFloors.map((floor, index) => {
          const next = bandFloors[index + 1]?.score ?? ceiling;
          const part = Math.min(1, Math.max(0, (assessment.score - floor.score) / (next - floor.score)));
          return (
            <span key={floor.band} title={bandText[language][floor.band]}>
              <i style={{ width: `${part * 100}%` }} />
            </span>
          );
        })}
      </div>
      <p className="quiet small" style={{ gridColumn: '1 / -1' }}>
        {t('scaleNote')}
      </p>
    </section>
  );
}
