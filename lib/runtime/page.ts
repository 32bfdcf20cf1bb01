import type { PageReading } from '../platforms/read-page';
import { watchPage } from '../platforms/watch-page';
import { fillBox } from './fill-box';
import { chip } from './chip';
import { rowChips } from './row-chips';
import { rowId } from './triage/row-claim';
import { listen, send, type ChipState } from './protocol';

const maxBlobBytes = 20 * 1024 * 1024;

async function base64Of(address: string): Promise<string | null> {
  try {
    const blob = await (await fetch(address)).blob();
    if (blob.size === 0 || blob.size > maxBlobBytes) return null;
    const url = await new Promise<string>((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });
    return url.slice(url.indexOf(',') + 1);
  } catch {
    return null;
  }
}

/** `blob:` pictures exist only inside this page: their bytes are handed over before the claim is. */
async function handOverBlobs(reading: PageReading, taken: Set<string>): Promise<void> {
  const pages = [...(reading.claim?.evidence ?? []), ...(reading.claim?.listing ?? [])];
  for (const { displayed } of pages) {
    if (!displayed.startsWith('blob:') || taken.has(displayed)) continue;
    taken.add(displayed);
    await send('background', 'blobImageRead', { address: displayed, base64: await base64Of(displayed) });
  }
}

/** The content script: reads the page, tells the background, shows one chip. Stores nothing, changes nothing. */
export function startPage(signal: AbortSignal): void {
  const taken = new Set<string>();
  let last = '';
  const badge = chip(document, () => void send('background', 'openPanel', {}));
  const rowBadges = rowChips(document, (caseId) => void send('background', 'openPanel', { caseId }));
  const onList = async (reading: PageReading, elements: Element[]) => {
    badge.remove();
    const { platform } = reading;
    rowBadges.place((reading.rows ?? []).map((row, at) => ({ id: rowId(platform!, row), element: elements[at]! })));
    const news = JSON.stringify([location.href, reading.rowsTotal, reading.rows && reading.rows.map((row) => ({ ...row, respondBy: row.respondBy?.slice(0, 15) }))]);
    // A frame beside the list, or one still empty, says nothing of it.
    if (news === last || (reading.rows === null && window !== window.top)) return;
    last = news;
    const { marks } = await send('background', 'rowsRead', { reading, url: location.href });
    for (const mark of marks) rowBadges.show(mark);
  };
  const onRead = async (reading: PageReading, elements: Element[] = [], force = false) => {
    if (signal.aborted || !reading.platform) return;
    if (reading.page === 'refund-list') return onList(reading, elements);
    rowBadges.remove();
    if (reading.page !== 'refund-detail') {
      badge.remove();
      if (last === '') return;
    }
    const url = location.href;
    // The countdown moves every second; only what the page really says anew is news.
    const news = JSON.stringify([url, { ...reading, claim: reading.claim && { ...reading.claim, respondBy: reading.claim.respondBy?.slice(0, 15) } }]);
    if (!force && news === last) return;
    last = reading.page === 'refund-detail' ? news : '';
    if (reading.page === 'refund-detail' && !reading.claim && window !== window.top) return;
    await handOverBlobs(reading, taken);
    const { caseId } = await send('background', 'claimRead', { reading, url });
    if (caseId) badge.place(reading.claim?.evidence.map((image) => image.displayed) ?? []);
    else if (reading.page === 'refund-detail' && reading.mismatches.length) badge.warn();
  };
  const watcher = watchPage(window, (reading, elements) => void onRead(reading, elements).catch(() => undefined), { signal });
  const stop = listen('content', {
    chipChanged: (state: ChipState) => badge.show(state),
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
