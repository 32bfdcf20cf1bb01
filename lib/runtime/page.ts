import { recipes } from '../platforms';
import { pageHealth } from '../platforms/page-health';
import { recipeFor } from '../platforms/page-kind';
import { pageSample } from '../platforms/page-sample';
import type { TaughtReading } from '../platforms/taught/read-with-taught';
import type { TaughtRecipe } from '../platforms/taught/taught-recipe';
import { watchPage } from '../platforms/watch-page';
import { fillBox } from './fill-box';
import { chip } from './chip';
import { handOver } from './hand-over';
import { rowChips } from './row-chips';
import { rowId } from './triage/row-claim';
import { listen, send, type ChipState } from './protocol';
import { taughtRecipes, watchTaught } from './taught-recipes';

/** Asked for by the merchant only: what the recipe finds here, and the page as it may be shown to others. */
function inspect(url: string) {
  const recipe = recipeFor(recipes, url);
  const now = new Date().toISOString();
  return { health: pageHealth(document, url, now), sample: recipe === null ? null : pageSample(document, recipe, url, now.slice(0, 10)) };
}

/** The content script: reads the page, tells the background, shows one chip. Stores nothing, changes nothing. */
export function startPage(signal: AbortSignal): void {
  const taken = new Set<string>();
  let last = '';
  let own: readonly TaughtRecipe[] = [];
  const badge = chip(document, () => void send('background', 'openPanel', {}));
  const rowBadges = rowChips(document, (caseId) => void send('background', 'openPanel', { caseId }));
  const onList = async (reading: TaughtReading, elements: Element[]) => {
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
  const onRead = async (reading: TaughtReading, elements: Element[] = [], force = false) => {
    if (signal.aborted || (!reading.platform && !reading.taught)) return;
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
    await handOver(reading.claim, reading.platform, reading.taught !== undefined, taken);
    const { caseId } = await send('background', 'claimRead', { reading, url });
    if (caseId) badge.place(reading.claim?.evidence.map((image) => image.displayed) ?? []);
    else if (reading.page === 'refund-detail' && reading.mismatches.length) badge.warn();
  };
  const watcher = watchPage(window, (reading, elements) => void onRead(reading, elements).catch(() => undefined), { signal, taught: () => own });
  const learn = () => void taughtRecipes().then((all) => {
    const news = all.length > 0 || own.length > 0;
    own = all;
    if (news) watcher.read();
  });
  learn();
  const unwatch = watchTaught(learn);
  const stop = listen('content', {
    chipChanged: (state: ChipState) => badge.show(state),
    rowChanged: (mark) => rowBadges.show(mark),
    fillBox: ({ text }) => fillBox(document, text),
    inspectPage: () => inspect(location.href),
    reread: () => watcher.read(),
  });
  signal.addEventListener('abort', () => {
    stop();
    rowBadges.stop();
    unwatch();
    badge.remove();
  });
}
