import { useStore } from 'zustand';
import { Comparison } from '@/components/case/comparison';
import { PictureFacts } from '@/components/case/picture-facts';
import { PictureFigure } from '@/components/case/picture-figure';
import { PictureStrip } from '@/components/case/picture-strip';
import { TraceViews } from '@/components/case/trace-views';
import { FindingCard } from '@/components/findings/finding-card';
import { ContributionTable } from '@/components/score/contribution-table';
import { useText } from '@/components/ui/text-context';
import type { CaseFile } from '@/lib/case/case';
import { problemText } from '@/lib/case/problem-text';
import { metadataNote } from '@/lib/runtime/metadata-note';
import { AddPictures } from '@/lib/runtime/add-pictures';
import { isManual } from '@/lib/runtime/manual-case';
import { EarlierLink } from './earlier-link';
import { OwnPictures } from './own-pictures';
import { desk, takeOut } from './store';
import { useComparison } from './use-comparison';
import { useTraceView } from './use-trace-view';

/** One picture large, its outlines, and every check with what it found. */
export function ImagesTab({ file }: { file: CaseFile }) {
  const { t, language } = useText();
  const { imageId, urls, metadata } = useStore(desk);
  const evidence = file.images.filter((image) => image.role === 'evidence');
  const image = evidence.find((one) => one.id === imageId) ?? evidence.find((one) => one.id === file.case.assessment?.imageId) ?? evidence[0];
  const examination = file.examinations.find((one) => one.imageId === image?.id);
  const findings = examination?.findings ?? [];
  const counted = (analyser: string) => examination?.assessment.contributions.find((one) => one.analyser === analyser)?.counted ?? 0;
  const match = findings.find((finding) => finding.analyser === 'listing-match' && finding.facts.some((fact) => fact.key === 'mapping'));
  const comparison = useComparison(file, image, match);
  const view = useTraceView(image?.problem ? null : (image?.sha256 ?? null), findings);
  if (!image) return <p className="quiet">{t('noPictures')}</p>;
  const raised = findings.filter((finding) => finding.outcome === 'suspicious').sort((a, b) => counted(b.analyser) - counted(a.analyser));
  const others = findings.filter((finding) => finding.outcome !== 'suspicious');
  return (
    <>
      <PictureStrip images={evidence} urls={urls} selected={image.id} onSelect={(id) => desk.setState({ imageId: id })} />
      {image.problem && <p className="notice">{problemText[language][image.problem]}</p>}
      {comparison && image.sha256 && urls[image.sha256] ? (
        <Comparison buyer={urls[image.sha256]!} own={comparison.url} regions={comparison.regions} share={comparison.share} />
      ) : (
        image.sha256 && <PictureFigure src={urls[image.sha256] ?? null} alt={t('pictureN', image.ordinal)} format={image.format} regions={raised.flatMap((finding) => finding.regions ?? [])} />
      )}
      {raised.map((finding) => (
        <FindingCard key={finding.analyser} finding={finding}>
          <EarlierLink finding={finding} />
        </FindingCard>
      ))}
      {examination && raised.length === 0 && <p>{t('nothingFound')}</p>}
      <p className="small quiet">{t('metadataNote', metadataNote(file.case.claim.platform, language))}</p>
      {examination && <ContributionTable assessment={examination.assessment} />}
      {others.length > 0 && (
        <details>
          <summary>
            {t('otherChecks')} ({others.length})
          </summary>
          <div className="stack">
            {others.map((finding) => (
              <FindingCard key={finding.analyser} finding={finding}>
                <EarlierLink finding={finding} />
              </FindingCard>
            ))}
          </div>
        </details>
      )}
      {image.sha256 && !image.problem && (
        <details>
          <summary>{t('views')}</summary>
          <TraceViews selected={view.selected} onSelect={view.select} frames={view.frames} error={view.error} />
        </details>
      )}
      <OwnPictures file={file} />
      <details open={isManual(file.case.id)}>
        <summary>{t('addBuyerPictures')}</summary>
        <div className="stack">
          <AddPictures into={file.case.id} label={t('addBuyerHelp')} />
          {image.byHand && evidence.length > 1 && (
            <div>
              <button type="button" onClick={() => void takeOut(image.id, file.case.id)}>
                {t('removePicture', image.ordinal)}
              </button>
            </div>
          )}
        </div>
      </details>
      {image.sha256 && <PictureFacts image={image} metadata={metadata[image.sha256] ?? null} />}
    </>
  );
}
