import { storage } from 'wxt/utils/storage';
import { imageMatches, pageMatches } from '../platforms/hosts';
import { hostMatches } from '../platforms/original-address';
import type { TaughtRecipe } from '../platforms/taught/taught-recipe';
import { readTaughtRecipe } from '../platforms/taught/validate';
import { browser } from './browser';

/** What the merchant taught, newest first. */
const stored = storage.defineItem<TaughtRecipe[]>('local:taughtRecipes', { version: 1, fallback: [] });
const most = 50;

/** Stored recipes are checked like any other: a damaged one is left out, the others stand. */
const sound = (all: unknown): TaughtRecipe[] =>
  (Array.isArray(all) ? all : []).flatMap((one) => {
    try {
      return [readTaughtRecipe(one)];
    } catch {
      return [];
    }
  });

export const taughtRecipes = async (): Promise<TaughtRecipe[]> => sound(await stored.getValue());

/** Keeps a recipe; one with the same id is replaced. */
export async function keepTaught(recipe: TaughtRecipe): Promise<void> {
  const others = (await taughtRecipes()).filter((one) => one.id !== recipe.id);
  await stored.setValue([recipe, ...others].slice(0, most));
}

export async function forgetTaught(id: string): Promise<void> {
  await stored.setValue((await taughtRecipes()).filter((one) => one.id !== id));
}

/** Whether a host is one of those the browser allowed when the extension was installed. */
const among = (patterns: readonly string[], host: string): boolean =>
  patterns.some((pattern) => {
    const own = pattern.slice('https://'.length, -'/*'.length);
    return own === host || hostMatches(own, host);
  });
const isOurs = (host: string): boolean => among(pageMatches, host);
const imageIsOurs = (host: string): boolean => among(imageMatches, host);

/** What the browser must be asked for before a taught page is read by itself, as match patterns. */
export function originsOf({ page, imageHosts }: TaughtRecipe): string[] {
  return [...(isOurs(page.host) ? [] : [page.host]), ...imageHosts.filter((host) => !imageIsOurs(host))].map((host) => `https://${host}/*`);
}

export const mayReadAlone = async (recipe: TaughtRecipe): Promise<boolean> => {
  const origins = originsOf(recipe);
  return origins.length === 0 || browser.permissions.contains({ origins });
};

/** Must be called in the click itself. */
export const askToReadAlone = (recipe: TaughtRecipe): Promise<boolean> => browser.permissions.request({ origins: originsOf(recipe) });

const prefix = 'taught-';

/** Where the guard of taught pages must be put: on a back-end of ours only at the page taught, since the guard there knows our own addresses. */
const matchOf = ({ page }: TaughtRecipe): string => `https://${page.host}${isOurs(page.host) ? `${page.path}*` : '/*'}`;

/** The guard runs on exactly the taught pages' hosts that the merchant allowed; a withdrawn permission or a deleted recipe ends it. */
export async function syncTaughtScripts(): Promise<void> {
  const wanted = new Map<string, string>();
  for (const recipe of await taughtRecipes()) if (await mayReadAlone(recipe)) wanted.set(prefix + matchOf(recipe), matchOf(recipe));
  const registered = (await browser.scripting.getRegisteredContentScripts()).map((one) => one.id).filter((id) => id.startsWith(prefix));
  const gone = registered.filter((id) => !wanted.has(id));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const fresh = [...wanted].filter(([id]) => !registered.includes(id)).map(([id, match]) => ({ id, matches: [match], js: ['taught-guard.js'], allFrames: true, runAt: 'document_idle' as const }));
  if (fresh.length > 0) await browser.scripting.registerContentScripts(fresh);
}
