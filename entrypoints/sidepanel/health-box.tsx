import { useState } from 'react';
import { useStore } from 'zustand';
import { PageHealthView } from '@/components/case/page-health-view';
import { useText } from '@/components/ui/text-context';
import { caseView } from '@/lib/runtime/case-view';
import type { PageInspection } from '@/lib/runtime/inspect-page';
import { inspectTab } from '@/lib/runtime/inspect-tab';
import { send } from '@/lib/runtime/protocol';

/** On request: how the recipe fares on the page in view. */
export function HealthBox() {
  const { t } = useText();
  const { tabId, tab } = useStore(caseView);
  const [last, setLast] = useState<{ page: string; answer: PageInspection | null } | null>(null);
  const [note, setNote] = useState<string | null>(null);
  // Another page is another check.
  const page = `${tabId} ${tab?.page} ${tab?.caseId}`;
  const found = last?.page === page ? last.answer : null;
  if (tabId === null || !tab?.platform || tab.page === 'image') return null;
  const check = async () => {
    setNote(null);
    const answer = await inspectTab(tabId, tab.frameId);
    setLast({ page, answer });
    if (!answer?.health) setNote(t('healthFailed'));
  };
  const save = async () => {
    if (!found?.sample || !found.health) return;
    const url = URL.createObjectURL(new Blob([found.sample.html], { type: 'text/html' }));
    await send('background', 'saveFile', { url, filename: `yantu-sample-${found.health.platform}-${found.health.page}.html` });
    setNote(t('saved'));
    setTimeout(() => URL.revokeObjectURL(url), 120_000);
  };
  return (
    <section className="panel stack" aria-label={t('healthTitle')}>
      <div className="row spread">
        <h2>{t('healthTitle')}</h2>
        <button type="button" onClick={() => void check()}>
          {t(found?.health ? 'healthAgain' : 'healthCheck')}
        </button>
      </div>
      {found?.health ? <PageHealthView health={found.health} sample={found.sample} onSave={() => void save()} note={note} /> : note && <p role="status">{note}</p>}
    </section>
  );
}
