import type { PlatformRecipe } from './recipe';
import { hostMatches } from './original-address';

export type PageKind = 'refund-detail' | 'refund-list' | 'none';

/** The recipe whose seller pages live at this address, with the currency and time of its country, or null. */
export function recipeFor(recipes: readonly PlatformRecipe[], url: string): PlatformRecipe | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:') return null;
  const recipe = recipes.find((one) => one.pages.hosts.some((host) => hostMatches(host, hostname)));
  return recipe === undefined ? null : inRegion(recipe, hostname);
}

const regional = new WeakMap<PlatformRecipe, Map<string, PlatformRecipe>>();

/** One and the same object per country, since words are kept by recipe. */
function inRegion(recipe: PlatformRecipe, host: string): PlatformRecipe {
  const region = recipe.regions?.[host];
  if (region === undefined) return recipe;
  const known = regional.get(recipe) ?? new Map<string, PlatformRecipe>();
  regional.set(recipe, known);
  const made = known.get(host) ?? { ...recipe, ...region };
  known.set(host, made);
  return made;
}

/** What an address says the page is; `by-text` where the recipe leaves it to the words of the page. */
export function kindByAddress(recipe: PlatformRecipe, url: string): PageKind | 'by-text' {
  const fits = (sources: readonly string[] | undefined): boolean => (sources ?? []).some((source) => new RegExp(source, 'i').test(url));
  if (fits(recipe.pages.list)) return 'refund-list';
  if (fits(recipe.pages.detail)) return 'refund-detail';
  return fits(recipe.pages.byText) ? 'by-text' : 'none';
}

/** Whether a frame's address lies on the marketplace's own domains; one without an address of its own does. */
export function isOwnFrame(recipe: PlatformRecipe, address: string, base: string): boolean {
  if (address === '' || !URL.canParse(address, base)) return true;
  const url = new URL(address, base);
  const domain = (host: string): string => host.split('.').slice(-2).join('.');
  return !/^https?:$/.test(url.protocol) || [new URL(base).hostname, ...recipe.pages.hosts].some((host) => domain(host) === domain(url.hostname));
}

/** An id from the address's query (also one written behind `#`), or null. */
export function idInAddress(url: string, names: readonly string[] | undefined): string | null {
  for (const name of names ?? []) {
    const found = new RegExp(`[?&]${name}=([^&#]*)`).exec(url);
    if (found === null) continue;
    const value = decode(found[1]!);
    if (/^[A-Za-z0-9-]{4,40}$/.test(value)) return value;
  }
  return null;
}

/** Every number in an address long enough to be an id, whatever its parameter is called. */
export function numbersInAddress(url: string): Set<string> {
  return new Set(url.replace(/^https?:\/\/[^/]+/i, '').split(/[/?&#=]/).map(decode).filter((part) => /^[A-Za-z]{0,3}\d[\d-]{7,30}$/.test(part)));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
