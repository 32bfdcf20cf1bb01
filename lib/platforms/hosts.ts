import { optionalRecipes, recipes, shippedRecipes } from './index';
import type { PlatformRecipe } from './recipe';

/** Match patterns for a manifest. Pages are https only. */
export interface RecipeHosts {
  pages: string[];
  images: string[];
}

const patterns = (hosts: readonly string[]): string[] => [...new Set(hosts)].sort().map((host) => `https://${host}/*`);

/** The one list of hosts: content scripts, host permissions and `connect-src` are all made from it. */
export function recipeHosts(of: readonly PlatformRecipe[]): RecipeHosts {
  return { pages: patterns(of.flatMap((recipe) => recipe.pages.hosts)), images: patterns(of.flatMap((recipe) => recipe.images.hosts)) };
}

const shipped = recipeHosts(shippedRecipes);
export const pageMatches: string[] = shipped.pages;
export const imageMatches: string[] = shipped.images;

const optional = recipeHosts(optionalRecipes);
/** Hosts asked for on the click that switches a platform on; those granted anyway are left out. */
export const optionalMatches: string[] = [...new Set([...optional.pages, ...optional.images])].filter((pattern) => !shipped.pages.includes(pattern) && !shipped.images.includes(pattern));

/** All picture hosts as CSP sources: the policy cannot grow with a permission. */
export const connectSources: string[] = recipeHosts(recipes).images.map((pattern) => pattern.replace(/\/\*$/, ''));

/** The addresses a recipe may read, each recipe's as one regular expression source, and by host which of them; all other pages are left alone. */
export const readableAddresses: { sources: string[]; hosts: Record<string, number> } = {
  sources: recipes.map(({ pages }) => [...pages.detail, ...pages.list, ...(pages.byText ?? [])].map((one) => `(?:${one})`).join('|')),
  hosts: Object.fromEntries(recipes.flatMap(({ pages }, at) => pages.hosts.map((host) => [host, at]))),
};
