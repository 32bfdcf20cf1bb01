import type { PlatformId } from '../case/platform';
import { optionalPlatformIds, shippedPlatformIds } from '../case/platform';
import { recipeOf, recipes } from '../platforms';
import { recipeHosts } from '../platforms/hosts';
import { kindByAddress, recipeFor } from '../platforms/page-kind';
import { taughtAt } from '../platforms/taught/read-with-taught';
import { browser } from './browser';
import { settings } from './settings';
import { taughtRecipes } from './taught-recipes';

const guard = 'page-guard.js';
const readerFile = 'refund-page.js';
const isOptional = (platform: PlatformId): boolean => (optionalPlatformIds as readonly string[]).includes(platform);

const originsOf = (platforms: readonly PlatformId[]): string[] => {
  const { pages, images } = recipeHosts(platforms.map(recipeOf));
  return [...new Set([...pages, ...images])];
};

/** Hosts a platform needs beyond those granted at installation. */
export function originsToAsk(platform: PlatformId): string[] {
  const granted = new Set(originsOf(shippedPlatformIds));
  return originsOf([platform]).filter((origin) => !granted.has(origin));
}

/** Asks for a platform's hosts; must be called on the merchant's click. */
export function requestAccess(platform: PlatformId): Promise<boolean> {
  const origins = originsToAsk(platform);
  return origins.length === 0 ? Promise.resolve(true) : browser.permissions.request({ origins });
}

/** Gives a platform's hosts back, but for those another platform that stays on needs. */
export async function returnAccess(platform: PlatformId, staysOn: readonly PlatformId[]): Promise<void> {
  const needed = new Set(originsOf(staysOn.filter((one) => one !== platform)));
  const origins = originsToAsk(platform).filter((origin) => !needed.has(origin));
  if (origins.length > 0) await browser.permissions.remove({ origins }).catch(() => false);
}

/** Puts the guard on the pages of the optional platforms that are switched on and granted, and on no others. */
export async function registerGuards(): Promise<void> {
  const { platforms } = await settings.getValue();
  const wanted = new Map<string, string[]>();
  for (const platform of platforms.filter(isOptional)) {
    const matches = recipeHosts([recipeOf(platform)]).pages;
    if (await browser.permissions.contains({ origins: matches })) wanted.set(`guard-${platform}`, matches);
  }
  const here = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) => id.startsWith('guard-')).map(({ id }) => id);
  const gone = here.filter((id) => !wanted.has(id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const fresh = [...wanted].filter(([id]) => !here.includes(id)).map(([id, matches]) => ({ id, matches, js: [guard], allFrames: true, runAt: 'document_idle' as const, persistAcrossSessions: true }));
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
}

/** Puts the reader into the one frame that asked, where a recipe of a platform switched on, or one the merchant taught, may read its address. */
export async function giveReader(url: string, tabId: number, frameId: number): Promise<boolean> {
  const recipe = recipeFor(recipes, url);
  const ours = recipe !== null && recipe.id !== 'manual' && kindByAddress(recipe, url) !== 'none' && (await settings.getValue()).platforms.includes(recipe.id);
  if (!ours && taughtAt(await taughtRecipes(), url).length === 0) return false;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [readerFile as never] });
  return true;
}

/** Pages that were open when a platform was switched on are looked at without loading them again. */
async function lookAtOpenPages(platform: PlatformId): Promise<void> {
  const tabs = await browser.tabs.query({ url: recipeHosts([recipeOf(platform)]).pages }).catch(() => []);
  for (const { id } of tabs) if (id !== undefined) await browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [`/${guard}` as never] }).catch(() => undefined);
}

/** Keeps guards and settings in step with what is switched on and granted. Listeners are registered in this turn. */
export function watchAccess(): void {
  settings.watch((now, before) => {
    const added = now.platforms.filter((platform) => !before?.platforms.includes(platform));
    void registerGuards().then(() => Promise.all(added.map(lookAtOpenPages)));
  });
  // The merchant may take a permission back in the browser's own pages.
  browser.permissions.onRemoved.addListener(async ({ origins }) => {
    const value = await settings.getValue();
    const left = value.platforms.filter((platform) => !isOptional(platform) || !originsToAsk(platform).some((origin) => origins?.includes(origin)));
    if (left.length < value.platforms.length) await settings.setValue({ ...value, platforms: left });
    else await registerGuards();
  });
  browser.runtime.onInstalled.addListener(() => void registerGuards());
  browser.runtime.onStartup.addListener(() => void registerGuards());
}
