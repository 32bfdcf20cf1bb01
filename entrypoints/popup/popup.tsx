import { useStore } from 'zustand';
import { CaseHeader } from '@/components/case/case-header';
import { PressingDeadlines } from '@/components/case/deadline-list';
import { CaseProgress } from '@/components/case/case-progress';
import { TopFindings } from '@/components/findings/top-findings';
import { ScoreCard } from '@/components/score/score-card';
import { useText } from '@/components/ui/text-context';
import { knownOrderId } from '@/lib/case/claim';
import { problemText } from '@/lib/case/problem-text';
import { AddPictures } from '@/lib/runtime/add-pictures';
import { CaseLetter, LetterButtons, useWriting } from '@/lib/runtime/case-letter';
import { caseView, exportBundle, letterText } from '@/lib/runtime/case-view';
import { openPanelFor } from '@/lib/runtime/open-panel';
import { pressingNow } from '@/lib/runtime/deadline-notices';
import { MissingParts } from '@/lib/runtime/missing-parts';
import { metadataNote } from '@/lib/runtime/metadata-note';
import { popupRecipients } from '@/lib/runtime/draft-for-case';
import { triageView } from '@/lib/runtime/triage/triage-view';
import { send } from '@/lib/runtime/protocol';
import { TabNotice } from '@/lib/runtime/tab-notice';
import { TaughtNotice, TeachButton } from '@/lib/runtime/taught-notice';

function Elsewhere() {
  const { t } = useText();
  const tab = useStore(caseView, (view) => view.tab);
  return (
    <main>
      <h1>{t('appName')}</h1>
      <TabNotice tab={tab} />
      {!tab?.mismatches.length && <p>{tab?.page === 'refund-list' ? t('listPage') : t('notSellerPage')}</p>}
      {tab?.page === 'refund-list' && <ToTriage />}
      {!tab?.mismatches.length && tab?.page !== 'refund-list' && <p className="quiet">{t('notSellerHelp')}</p>}
      {tab?.page !== 'refund-list' && !(tab?.page === 'refund-detail' && tab.mismatches.length > 0) && <TeachButton onOpen={() => globalThis.close()} />}
      <AddPictures into={null} label={t('dropHere')} onShoot={() => globalThis.close()} />
      <Foot />
    </main>
  );
}

/** The way to the side panel, where the requests of the list in view are checked one after another. */
function ToTriage() {
  const { t } = useText();
  const pending = useStore(triageView, ({ items }) => items.filter((item) => item.onPage && item.state === null).length);
  return pending === 0 ? null : (
    <button type="button" className="primary" onClick={() => void openPanelFor()}>
      {t('toTriage', pending)}
    </button>
  );
}

function Foot({ caseId }: { caseId?: string }) {
  const { t } = useText();
  return (
    <footer className="row spread small quiet">
      <MissingParts />
      <span>{t('disclaimer')}</span>
      <button type="button" className="link" onClick={() => void openPanelFor(caseId)}>
        {t('openCase')} ↗
      </button>
    </footer>
  );
}

export function Popup() {
  const { t, language } = useText();
  const view = useStore(caseView);
  const writing = useWriting();
  if (!view.loaded) return <main role="status">{t('loading')}</main>;
  if (!view.file) return <Elsewhere />;
  const { case: file, images } = view.file;
  const evidence = images.filter((image) => image.role === 'evidence');
  const strongest = evidence.find((image) => image.id === file.assessment?.imageId)?.ordinal ?? null;
  const refused = evidence.filter((image) => image.problem);
  const text = letterText(view);
  const done = file.status === 'done';
  return (
    <main>
      <CaseHeader claim={file.claim} />
      {done && file.assessment && <ScoreCard assessment={file.assessment} pictures={evidence.length} strongest={strongest} />}
      <div className="reading">
        <TaughtNotice file={file} />
        <TabNotice partly tab={view.tab?.caseId === file.id ? view.tab : null} />
        <PressingDeadlines deadlines={pressingNow(file)} />
        <CaseProgress file={file} onContinue={() => void send('background', 'startCase', { caseId: file.id })} />
        {done && file.assessment && (
          <>
            <TopFindings file={view.file} limit={3} onSee={(imageId) => void openPanelFor(file.id, imageId)} />
            <p className="small quiet">○ {t('metadataNote', metadataNote(file.claim.platform, language))}</p>
          </>
        )}
        {refused.map((image) => (
          <p key={image.id} className="notice small">
            {t('pictureN', image.ordinal)}：{problemText[language][image.problem!]}
          </p>
        ))}
        {knownOrderId(file.claim) === null && (
          <button type="button" onClick={() => void openPanelFor(file.id, undefined, 'appeal')}>
            {t('typedOpen')}
          </button>
        )}
        {done && knownOrderId(file.claim) !== null && <CaseLetter recipients={popupRecipients} rows={5} />}
      </div>
      {done && knownOrderId(file.claim) !== null && <Actions text={writing ? text : ''} />}
      <Foot caseId={file.id} />
    </main>
  );
}

function Actions({ text }: { text: string }) {
  const { t } = useText();
  const { exporting, note } = useStore(caseView);
  const busy = exporting !== null && !exporting.done && !exporting.error;
  return (
    <div className="dock">
      <div className="actions">
        <LetterButtons text={text} />
        <button type="button" className="primary" disabled={busy} onClick={() => void exportBundle(false)}>
          {t('export')}
        </button>
      </div>
      <p role="status" aria-live="polite" className="small">
        {busy ? t('exporting', `${Math.round(exporting.fraction * 100)} %`) : exporting?.error ? t('exportFailed', exporting.error) : exporting?.done ? [t('exported'), exporting.warning].filter(Boolean).join(' ') : note}
      </p>
    </div>
  );
}
