import type { Claim } from '../case/claim';
import { planPage, readCopy } from '../platforms/taught/page-plan';
import { RecipeRefused, readTaughtRecipe } from '../platforms/taught/validate';
import { bandText } from '../scoring/band-text';
import { browser, chromium } from './browser';
import { buyerOf } from './buyer';
import { leftOut, validClaim } from './claim-validation';
import { onDeadlineAlarm, planDeadlines, pressingNow } from './deadline-notices';
import { fromBase64, toBase64 } from './base64';
import { caseFace, changedFace } from './mark-text';
import { openSide } from './open-side';
import { openCase } from './open-case';
import { askTab, listen, send, tell } from './protocol';
import { panelTarget, settings, tabCases, type TabCase } from './settings';
import { startPictureMenu, takeAllowed } from './picture-menu';
import { askForRegion, takeRegion } from './region/shoot-region';
import { giveReader, watchAccess } from './platform-access';
import { forgetPagePictures, keepPagePicture } from './page-pictures';
import { rememberTab } from './tab-cases';
import { recipeNote, takeTaughtPictures } from './taught-claim';
import { keepTaught, syncTaughtScripts, taughtRecipes } from './taught-recipes';
import { startRun, wakeHost } from './start-run';
import { askAuthority } from './timestamp-authority';
import { database, deleteCasesBefore } from './stores';
import { closeDetail, detailState, openDetail } from './triage/detail-tabs';
import { listOf, marksOf, rememberList, showAllLists, showOnLists } from './triage/lists';

const shortBand: Record<string, string> = { none: '—', limited: '有限', moderate: '中', 'moderately-strong': '中强', strong: '较强', 'very-strong': '很强' };

/** Tells chip and toolbar badge of every tab that shows this case. */
async function showOnTabs(caseId: string): Promise<void> {
  const file = await (await database()).get('cases', caseId);
  if (!file) return;
  const band = file.status === 'done' ? (file.assessment?.band ?? null) : null;
  const [soon] = pressingNow(file);
  const face = caseFace(file);
  for (const [tabId, shown] of Object.entries(await tabCases.getValue())) {
    if (shown.caseId !== caseId) continue;
    askTab(Number(tabId), 'chipChanged', { caseId, face }, shown.frameId).catch(() => undefined);
    const text = band ? shortBand[band]! : file.status === 'interrupted' ? '!' : '…';
    await browser.action.setBadgeText({ tabId: Number(tabId), text }).catch(() => undefined);
    await browser.action.setBadgeBackgroundColor({ tabId: Number(tabId), color: soon ? '#b86e00' : '#4e5969' }).catch(() => undefined);
    await browser.action.setTitle({ tabId: Number(tabId), title: ['验图', ...(band ? [bandText.zh[band]] : []), ...(soon ? [`${soon.text}：24 小时内到期`] : [])].join(' · ') }).catch(() => undefined);
  }
}

/** Pages that are open are read with what the merchant has taught by now. */
async function taughtAnew(): Promise<void> {
  await syncTaughtScripts();
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) void askTab(id, 'reread', {}).catch(() => undefined);
}

async function forget(): Promise<void> {
  await forgetPagePictures(new Date(Date.now() - 86_400_000).toISOString());
  const { retentionDays } = await settings.getValue();
  if (retentionDays > 0) await deleteCasesBefore(new Date(Date.now() - retentionDays * 86_400_000).toISOString());
}

export function startBackground(): void {
  listen('background', {
    planPage: async ({ url }) => planPage(String(url), await taughtRecipes()),
    readCopy: async ({ copy, url, at }) => readCopy(copy, String(url), String(at), await taughtRecipes()),
    async claimRead({ reading, url }, { tabId, frameId }) {
      const platform = reading.platform;
      const taught = reading.taught ? ((await taughtRecipes()).find((one) => one.id === reading.taught!.id) ?? null) : null;
      if (tabId === null || (!platform && !taught) || (platform && !(await settings.getValue()).platforms.includes(platform))) return { caseId: null, face: null };
      const facts = validClaim(reading.claim);
      const shown: TabCase = { caseId: null, frameId, platform, page: reading.page, mismatches: reading.mismatches.slice(0, 20).map((one) => ({ field: String(one.field).slice(0, 40), message: String(one.message).slice(0, 300) })) };
      shown.mismatches.push(...leftOut(reading.claim, facts));
      const before = (await tabCases.getValue())[tabId];
      // Another frame of the same tab may hold nothing; it must not wipe what the right frame found.
      if (!facts && before?.caseId && before.frameId !== frameId) return { caseId: null, face: null };
      if (!facts) {
        await rememberTab(tabId, shown);
        await browser.action.setBadgeText({ tabId, text: shown.mismatches.length ? '?' : '' }).catch(() => undefined);
        tell('pages', 'caseChanged', { caseId: '' });
        return { caseId: null, face: shown.mismatches.length > 0 ? changedFace() : null };
      }
      const claim: Claim = { ...facts, platform: platform ?? 'manual', pageUrl: url.slice(0, 2048), readAt: new Date().toISOString(), recipe: recipeNote(platform, taught) };
      const opened = await openCase(claim, platform ? await buyerOf(reading.buyer, platform) : undefined);
      const freed = taught ? await takeTaughtPictures(opened.case.id, claim) : 0;
      await rememberTab(tabId, { ...shown, caseId: opened.case.id });
      await planDeadlines();
      await showOnTabs(opened.case.id);
      tell('pages', 'caseChanged', { caseId: opened.case.id });
      if (opened.case.status !== 'done' || opened.added > 0 || freed > 0) await startRun(opened.case.id);
      return { caseId: opened.case.id, face: caseFace((await (await database()).get('cases', opened.case.id)) ?? opened.case) };
    },
    async rowsRead({ reading, url }, { tabId, frameId }) {
      const platform = reading.platform;
      if (tabId === null || !platform || !(await settings.getValue()).platforms.includes(platform)) return { marks: [] };
      const list = listOf(platform, reading.rows, reading.rowsTotal, url, frameId);
      await rememberTab(tabId, { caseId: null, frameId, platform, page: 'refund-list', mismatches: [] });
      await rememberList(tabId, list);
      await browser.action.setBadgeText({ tabId, text: '' }).catch(() => undefined);
      tell('pages', 'caseChanged', { caseId: '' });
      return { marks: await marksOf(list) };
    },
    pagePictureRead: async ({ address, base64 }) => ({ address: await keepPagePicture(String(address), base64) }),
    async openPanel({ caseId }, { tabId }) {
      if (tabId === null) return;
      const opened = openSide(tabId, `?tab=${tabId}`, true);
      if (caseId) await panelTarget.setValue({ caseId: String(caseId).slice(0, 100), imageId: null, at: Date.now() });
      await opened;
    },
    async recipeTaught({ recipe }, { tabId }) {
      try {
        const read = readTaughtRecipe(recipe);
        const { url } = tabId === null ? { url: '' } : await browser.tabs.get(tabId);
        if (url && new URL(url).hostname !== read.page.host) throw new RecipeRefused('配方的页面域名与当前网页不符，未保存');
        await keepTaught(read);
        await taughtAnew();
        return { refusal: null };
      } catch (error) {
        return { refusal: error instanceof Error ? error.message : String(error) };
      }
    },
    async regionPicked(pick, { tabId }) {
      const caseId = tabId === null ? null : await takeRegion(tabId, pick);
      if (caseId) await startRun(caseId);
    },
    wantReader: ({ url }, { tabId, frameId }) => (tabId === null ? false : giveReader(String(url), tabId, frameId).catch(() => false)),
    // ---- trust line: `listen` lets only pages of this extension reach what follows ----
    wakeHost: () => wakeHost(),
    async runTriage() {
      await showAllLists();
      await wakeHost();
      if (chromium.offscreen) await send('offscreen', 'runTriage', {});
      else void (await import('./triage/run-triage')).runTriage();
    },
    openDetail: async ({ url, from }) => ({ tabId: await openDetail(url, from) }),
    detailState: ({ tabId }) => detailState(tabId),
    closeDetail: ({ tabId }) => closeDetail(tabId),
    startCase: ({ caseId }) => startRun(caseId),
    async fillDraft({ tabId, text }) {
      const shown = (await tabCases.getValue())[tabId];
      return askTab(tabId, 'fillBox', { text }, shown?.frameId ?? 0).catch(() => ({ filled: false, boxes: 0 }));
    },
    askForRegion: async ({ tabId, into }) => ({ asked: await askForRegion(tabId, into) }),
    async teachPage({ tabId }) {
      const put = await browser.scripting.executeScript({ target: { tabId }, files: ['/teach.js' as never] }).catch(() => null);
      return { opened: put !== null };
    },
    taughtChanged: () => taughtAnew(),
    async takeAllowed({ tabId }) {
      const caseId = await takeAllowed(tabId);
      if (caseId) await startRun(caseId);
    },
    async readAgain({ tabId }) {
      await askTab(tabId, 'reread', {}).catch(() => undefined);
    },
    async exportBundle(wish) {
      await wakeHost();
      // An offscreen page cannot read the extension's storage: settings travel with the wish.
      const whole = { ...wish, settings: await settings.getValue() };
      if (chromium.offscreen) await send('offscreen', 'buildBundle', whole);
      else void (await import('./build-bundle')).buildBundle(whole);
      return { started: true };
    },
    async cancelExport({ caseId }) {
      await send('offscreen', 'stopBundle', { caseId }).catch(() => undefined);
    },
    async askTimestamp({ address, query }) {
      return askAuthority(address, fromBase64(query)).then((bytes) => ({ answer: toBase64(bytes), problem: null }), (error: unknown) => ({ answer: null, problem: error instanceof Error ? error.message : String(error) }));
    },
    saveFile: async ({ url, filename }) => ({ id: await browser.downloads.download({ url, filename, saveAs: false }) }),
    async caseChanged({ caseId }) {
      await showOnTabs(caseId);
      await showOnLists(caseId);
    },
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    void rememberTab(tabId, null);
    void rememberList(tabId, null);
  });
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status !== 'loading' || !change.url) return;
    void rememberTab(tabId, null);
    void rememberList(tabId, null);
  });
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'forget') void forget();
    else void onDeadlineAlarm(alarm.name);
  });
  browser.runtime.onInstalled.addListener(() => {
    void browser.alarms.create('forget', { periodInMinutes: 720, delayInMinutes: 5 });
  });
  browser.runtime.onStartup.addListener(() => {
    void wakeHost().catch(() => undefined);
    void planDeadlines();
  });
  startPictureMenu(startRun);
  watchAccess();
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) event.addListener(() => void syncTaughtScripts());
  void syncTaughtScripts().catch(() => undefined);
}
