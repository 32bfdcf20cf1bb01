import type { CaseFile } from '../../lib/case/case';
import type { Finding } from '../../lib/case/finding';
import { useText } from '../ui/text-context';
import { FindingLine } from './finding-line';

interface Ranked {
  finding: Finding;
  imageId: string;
  ordinal: number;
  counted: number;
}

/** The suspicious findings that moved the score most, over all pictures of the claim. */
export function rankFindings(file: CaseFile): Ranked[] {
  return file.examinations
    .flatMap((examination) => {
      const image = file.images.find((one) => one.id === examination.imageId && one.role === 'evidence');
      if (!image) return [];
      return examination.findings
        .filter((finding) => finding.outcome === 'suspicious')
        .map((finding) => ({
          finding,
          imageId: image.id,
          ordinal: image.ordinal,
          counted: examination.assessment.contributions.find((one) => one.analyser === finding.analyser)?.counted ?? 0,
        }));
    })
    .filter((one) => one.counted > 0)
    .sort((a, b) => b.counted - a.counted);
}

/** How the checks of all pictures ended, for the sentence "checked n, not applicable n, failed n". */
export function outcomeCounts(file: CaseFile): { done: number; notApplicable: number; failed: number } {
  const all = file.examinations.flatMap((one) => one.findings);
  const notApplicable = all.filter((one) => one.outcome === 'not-applicable').length;
  const failed = all.filter((one) => one.outcome === 'failed').length;
  return { done: all.length - notApplicable - failed, notApplicable, failed };
}

export function TopFindings({ file, limit, onSee }: { file: CaseFile; limit: number; onSee: (imageId: string) => void }) {
  const { t } = useText();
  const ranked = rankFindings(file);
  const counts = outcomeCounts(file);
  return (
    <section aria-label={t('findings')}>
      {ranked.length === 0 && <p>{t('nothingFound')}</p>}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} className="stack">
        {ranked.slice(0, limit).map((one) => (
          <FindingLine key={`${one.imageId}${one.finding.analyser}`} finding={one.finding} picture={one.ordinal} onSee={() => onSee(one.imageId)} />
        ))}
      </ul>
      <p className="quiet small">{t('checkedCount', counts.done, counts.notApplicable, counts.failed)}</p>
    </section>
  );
}
