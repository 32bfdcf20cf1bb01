import { DeadlineList } from '@/components/case/deadline-list';
import { caseDeadlines, eventsThatCount } from '@/lib/appeal/deadlines';
import type { Case } from '@/lib/case/case';
import { lawRecord } from '@/lib/law';
import { caseView } from '@/lib/runtime/case-view';
import { planDeadlines } from '@/lib/runtime/deadline-notices';
import { localDay } from '@/lib/runtime/draft-for-case';
import { tell } from '@/lib/runtime/protocol';
import { database, loadCaseFile } from '@/lib/runtime/stores';

async function saveEvents(caseId: string, part: Case['events']): Promise<void> {
  const db = await database();
  const transaction = db.transaction('cases', 'readwrite');
  const stored = await transaction.store.get(caseId);
  if (stored) await transaction.store.put({ ...stored, events: { ...stored.events, ...part } });
  await transaction.done;
  caseView.setState({ file: await loadCaseFile(caseId) });
  await planDeadlines();
  tell('background', 'caseChanged', { caseId });
}

/** Deadlines of the case shown; what the merchant tells here moves them, the reminders and the toolbar's number. */
export function CaseDeadlines({ file }: { file: Case }) {
  const shown = caseDeadlines(file, localDay()).map((one) => {
    const record = one.basis === 'page' ? undefined : lawRecord(one.basis);
    return { ...one, law: record ? { title: record.title, article: record.article, text: record.text, source: record.source } : null };
  });
  return <DeadlineList deadlines={shown} askFor={eventsThatCount[file.claim.platform] ?? []} events={file.events ?? {}} onEvent={(part) => void saveEvents(file.id, part)} />;
}
