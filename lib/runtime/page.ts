import type { PageCopy } from '../platforms/copy-page';
import type { TaughtReading } from '../platforms/taught/read-with-taught';
import { stopper } from '../platforms/stop-signal';
import { watchPage } from '../platforms/watch-page';
import { fillBox } from './fill-box';
import { chip } from './chip';
import { handOver, renamed } from './hand-over';
import { ask, hear } from './page-messages';
import type { MarkFace } from './protocol';
import { rowChips } from './row-chips';
import { rowId } from './triage/row-id';

const started = 'yantu-reader-started';

/** The content script: has the page read by the background, tells it what was read, shows one chip. Stores nothing, changes nothing. */
export function startPage(): void {
  // Put in twice, or left over from before an update: the newest stays.
  document.dispatchEvent(new Event(started));
  const { signal, abort } = stopper();
  document.addEventListener(started, abort, { once: true });
  const taken = new Map<string, string>();
  let last = '';
  // News of a case may come before the answer that names it.
  let current: string | null = null;
  const faces = new Map<string, MarkFace>();
  const badge = chip(document, () => void ask('openPanel', {}));
  const rowBadges = rowChips(document, (caseId) => void ask('openPanel', { caseId }));
  const onList = async (reading: TaughtReading, elements: Element[]) => {
    badge.remove();
    const { platform } = reading;
    rowBadges.place((reading.rows ?? []).map((row, at) => ({ id: rowId(platform!, row), element: elements[at]! })));
    const news = JSON.stringify([location.href, reading.rowsTotal, reading.rows && reading.rows.map((row) => ({ ...row, respondBy: row.respondBy?.slice(0, 15) }))]);
    // A frame beside the list, or one still empty, says nothing of it.
    if (news === last || (reading.rows === null && window !== window.top)) return;
    last = news;
    const { marks } = await ask('rowsRead', { reading, url: location.href });
    for (const mark of marks) rowBadges.show(mark);
  };
  const onRead = async (read: TaughtReading, elements: Element[], onlyHere: readonly (readonly [string, string])[]) => {
    if (signal.aborted || (!read.platform && !read.taught)) return;
    if (read.page === 'refund-list') return onList(read, elements);
    rowBadges.remove();
    const url = location.href;
    const reading = renamed(read, await handOver(onlyHere, taken));
    if (signal.aborted || location.href !== url) return;
    if (reading.page !== 'refund-detail') {
      badge.remove();
      if (last === '') return;
    }
    // The countdown moves every second; only what the page really says anew is news.
    const news = JSON.stringify([url, { ...reading, claim: reading.claim && { ...reading.claim, respondBy: reading.claim.respondBy?.slice(0, 15) } }]);
    if (news === last) return;
    last = reading.page === 'refund-detail' ? news : '';
    if (reading.page === 'refund-detail' && !reading.claim && window !== window.top) return;
    faces.clear();
    const { caseId, face } = await ask('claimRead', { reading, url });
    if (location.href !== url) return;
    current = caseId;
    if (face === null || reading.page !== 'refund-detail') return;
    const inPage = new Map(onlyHere);
    badge.place((caseId && read.claim?.evidence.map(({ displayed }) => inPage.get(displayed) ?? displayed)) || []);
    badge.show((caseId && faces.get(caseId)) || face);
  };
  const reader = {
    plan: (url: string) => ask('planPage', { url }),
    read: (copy: PageCopy, url: string, at: string) => ask('readCopy', { copy, url, at }),
  };
  const watcher = watchPage(window, reader, (...read) => void onRead(...read).catch(() => undefined), { signal });
  const stop = hear({
    chipChanged({ caseId, face }) {
      faces.set(caseId, face);
      if (caseId === current) badge.show(face);
    },
    rowChanged: (mark) => rowBadges.show(mark),
    fillBox: ({ text }) => fillBox(document, text),
    reread: () => watcher.read(),
  });
  signal.addEventListener('abort', () => {
    stop();
    rowBadges.stop();
    badge.remove();
  });
}
