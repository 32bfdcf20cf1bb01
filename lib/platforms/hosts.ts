import { recipes } from './index';

/** Match patterns for a manifest. Pages are https only. */
export interface RecipeHosts {
  pages: string[];
  images: string[];
}

/** The one list of hosts: content scripts, host permissions and `connect-src` are all made from it. */
export function recipeHosts(): RecipeHosts {
  const patterns = (hosts: readonly string[]): string[] => [...new Set(hosts)].sort().map((host) => `https://${host}/*`);
  return { pages: patterns(recipes.flatMap((recipe) => recipe.pages.hosts)), images: patterns(recipes.flatMap((recipe) => recipe.images.hosts)) };
}

const hosts = recipeHosts();
export const pageMatches: string[] = hosts.pages;
export const imageMatches: string[] = hosts.images;
/** The same picture hosts as CSP sources. */
export const connectSources: string[] = imageMatches.map((pattern) => pattern.replace(/\/\*$/, ''));
