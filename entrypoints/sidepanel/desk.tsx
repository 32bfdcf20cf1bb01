import { useStore } from 'zustand';
import { BuyerHistory } from '@/components/case/buyer-history';
import { CaseHeader } from '@/components/case/case-header';
import { CaseList } from '@/components/case/case-list';
import { CaseProgress } from '@/components/case/case-progress';
import { ScoreCard } from '@/components/score/score-card';
import { Tabs } from '@/components/ui/tabs';
import { useText } from '@/components/ui/text-context';
import { buyerHistory } from '@/lib/runtime/buyer';
import { caseView, showCase } from '@/lib/runtime/case-view';
import { triageView } from '@/lib/runtime/triage/triage-view';
import { MissingParts } from '@/lib/runtime/missing-parts';
import { send } from '@/lib/runtime/protocol';
import { TabNotice } from '@/lib/runtime/tab-notice';
import { TaughtNotice, TeachButton } from '@/lib/runtime/taught-notice';
import { AddPictures } from '@/lib/runtime/add-pictures';
import { AppealTab } from './appeal-tab';
import { EvidenceTab } from './evidence-tab';
import { HealthBox } from './health-box';
import { ImagesTab } from './images-tab';
import { hasTriage, TriageTab } from './triage-tab';
import { desk, loadLibrary, removeCase, saveLibrary, type DeskTab } from './store';

// One and the same for as long as the panel is open: lines of lists are drawn again where what they are given changes.
const openTab = (id: DeskTab) => desk.setState({ tab: id });
const openListed = (id: string) => {
  void showCase(id, true);
  openTab('images');
};
const deleteListed = (id: string) => void removeCase(id);

/** The merchant's desk: one case in full, and the way to all others. */
export function Desk() {
  const { t } = useText();
  const view = useStore(caseView);
  const { tab, cases, note, room } = useStore(desk);
  const triage = useStore(triageView);
  const list = () => (
    <CaseList
      cases={cases}
      onOpen={openListed}
      onDelete={deleteListed}
      onExport={() => void saveLibrary(t)}
      onImport={(file) => void loadLibrary(file, t)}
      note={note}
      room={room}
    />
  );
  if (!view.loaded) return <main role="status">{t('loading')}</main>;
  if (!view.file)
    return (
      <main>
        <h1>{t('extName')}</h1>
        <MissingParts />
        <TabNotice tab={view.tab} />
        {hasTriage(triage) && (
          <>
            <h2>{t('triageTitle')}</h2>
            <TriageTab onOpen={openListed} />
          </>
        )}
        {triage.list === null && (
          <>
            <p className="quiet">{t('notSellerHelp')}</p>
            {!(view.tab?.page === 'refund-detail' && view.tab.mismatches.length > 0) && (
              <div>
                <TeachButton />
              </div>
            )}
          </>
        )}
        <AddPictures into={null} label={t('dropHere')} />
        <HealthBox />
        <h2>{t('tabCases')}</h2>
        {list()}
      </main>
    );
  const { case: file, images } = view.file;
  const evidence = images.filter((image) => image.role === 'evidence');
  const history = buyerHistory(file, cases);
  return (
    <main>
      <CaseHeader claim={file.claim} />
      <TaughtNotice file={file} />
      <TabNotice partly tab={view.tab?.caseId === file.id ? view.tab : null} />
      <CaseProgress file={file} onContinue={() => void send('background', 'startCase', { caseId: file.id })} />
      {file.status === 'done' && file.assessment && <ScoreCard assessment={file.assessment} pictures={evidence.length} strongest={evidence.find((image) => image.id === file.assessment?.imageId)?.ordinal ?? null} />}
      {history && <BuyerHistory {...history} onOpen={(id) => void showCase(id)} />}
      <Tabs
        label={t('extName')}
        open={tab}
        onOpen={openTab}
        tabs={[
          { id: 'images', title: t('tabImages'), body: () => <ImagesTab file={view.file!} /> },
          { id: 'appeal', title: t('tabAppeal'), body: () => <AppealTab file={view.file!} /> },
          { id: 'evidence', title: t('tabEvidence'), body: () => <EvidenceTab file={view.file!} /> },
          { id: 'cases', title: t('tabCases'), body: () => (
              <>
                <AddPictures into={null} label={t('newManualCase')} />
                {list()}
              </>
            ) },
          ...(hasTriage(triage) ? [{ id: 'triage' as const, title: t('tabTriage'), body: () => <TriageTab onOpen={openListed} /> }] : []),
        ]}
      />
      {view.tab?.caseId === file.id && <HealthBox />}
      <footer className="small quiet">{t('disclaimer')}</footer>
    </main>
  );
}
