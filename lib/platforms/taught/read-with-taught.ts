import { recipes as ours } from '../index';
import { kindByAddress, recipeFor } from '../page-kind';
import { readPage, type PageReading, type ReadOptions } from '../read-page';
import type { PlatformRecipe } from '../recipe';
import { asRecipe, platformOfHost, type TaughtRecipe } from './taught-recipe';

export interface TaughtReading extends PageReading {
  /** The merchant's own recipe that read it; absent where ours did. */
  taught?: { id: string; revision: number };
}

/** A taught recipe in the reader's own terms. */
export const recipeOfTaught = (taught: TaughtRecipe, recipes: readonly PlatformRecipe[] = ours): PlatformRecipe => asRecipe(taught, platformOfHost(recipes, taught.page.host));

/** Those of the merchant's recipes that know pages at this address. */
export function taughtAt(taught: readonly TaughtRecipe[], url: string): TaughtRecipe[] {
  return taught.filter((one) => {
    const recipe = recipeOfTaught(one);
    return recipeFor([recipe], url) !== null && kindByAddress(recipe, url) === 'refund-detail';
  });
}

/**
 * Reads with our recipe first. Where it does not know the page, or knows it and cannot read it whole, the merchant's own takes over,
 * if it reads more.
 */
export function readWithTaught(document: Document, url: string, at: string | null, taught: readonly TaughtRecipe[], options: ReadOptions = {}): TaughtReading {
  const own: TaughtReading = readPage(document, url, at, options);
  if (own.claim !== null && own.mismatches.length === 0) return own;
  let best = own;
  for (const one of taughtAt(taught, url)) {
    const reading: TaughtReading = { ...readPage(document, url, at, { ...options, recipes: [recipeOfTaught(one)] }), taught: { id: one.id, revision: one.revision } };
    const better = best.claim === null ? reading.claim !== null || best.page === 'none' : reading.claim !== null && reading.mismatches.length < best.mismatches.length;
    if (better) best = reading;
  }
  return best;
}
