import { useStore } from 'zustand';
import { TriageBar } from '@/components/triage/triage-bar';
import { TriageList } from '@/components/triage/triage-list';
import { browser } from '@/lib/runtime/browser';
import { clearTriage, pauseTriage, resumeTriage, retryTriage, startTriage, stopTriage, triageView } from '@/lib/runtime/triage/triage-view';

/** Whether there is a list in view or a queue to show. */
export const hasTriage = (view: ReturnType<typeof triageView.getState>) => view.list !== null || view.items.length > 0;

const openPage = (url: string) => void browser.tabs.create({ url });

/** The list in view and the queue: every pending request with its band and deadline. */
export function TriageTab({ onOpen }: { onOpen: (id: string) => void }) {
  const { list, items, queue } = useStore(triageView);
  return (
    <>
      <TriageBar
        key={queue.openDetails ? 'pages' : 'rows'}
        items={items}
        list={list === null ? undefined : { rows: list.rows?.length ?? null, total: list.total }}
        resting={queue.resting}
        openDetails={queue.openDetails}
        onStart={(pages) => void startTriage(pages)}
        onPause={() => void pauseTriage()}
        onResume={(pages) => void resumeTriage(pages)}
        onCancel={() => void stopTriage()}
        onRetry={() => void retryTriage()}
        onClear={() => void clearTriage()}
      />
      {items.length > 0 && <TriageList items={items} onOpen={onOpen} onOpenPage={openPage} />}
    </>
  );
}
