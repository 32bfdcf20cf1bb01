import type { PlatformId } from '../../case/platform';
import { openCopy } from '../copied-page';
import type { PageCopy } from '../copy-page';
import { recipes } from '../index';
import { kindByAddress, numbersInAddress, recipeFor } from '../page-kind';
import type { PageKind } from '../page-kind';
import { imageHostAllowed } from '../original-address';
import { mayLeaveOut } from '../read-page';
import { readWithTaught, taughtAt, type TaughtReading } from './read-with-taught';
import type { TaughtRecipe } from './taught-recipe';

/** What is to be done with the page at an address, told to the script in it, which knows no recipe. */
export interface PagePlan {
  /** Whether any recipe is for this address. */
  known: boolean;
  platform: PlatformId | null;
  /** `none`: there is nothing to read here. */
  kind: PageKind | 'by-text';
  /** Whether a list is to be kept under watch rather than one request. */
  isList: boolean;
  /** Numbers of the address, where parts of a large page that say nothing may stay out of the copy; else null. */
  numbers: string[] | null;
}

export function planPage(url: string, taught: readonly TaughtRecipe[]): PagePlan {
  const recipe = recipeFor(recipes, url);
  const kind = recipe === null ? 'none' : kindByAddress(recipe, url);
  const own = taughtAt(taught, url).length > 0;
  return {
    known: recipe !== null || own,
    platform: recipe === null || recipe.id === 'manual' ? null : recipe.id,
    kind: own && kind === 'none' ? 'refund-detail' : kind,
    isList: kind === 'refund-list' && !own,
    numbers: recipe !== null && !own && mayLeaveOut(recipe, kind) ? [...numbersInAddress(url)] : null,
  };
}

/** What a copied page says, and for each row of a list the number of its element in the copy. */
export interface CopyReading {
  reading: TaughtReading;
  rows: number[];
  /** Addresses of pictures that only the page itself can read. */
  onlyHere: string[];
}

/** `blob:` and `data:` pictures, and on a back-end the merchant taught those of hosts no recipe of ours names. */
export function onlyHere({ claim, platform, taught }: TaughtReading): string[] {
  const shown = [...(claim?.evidence ?? []), ...(claim?.listing ?? [])].map((image) => image.displayed);
  return shown.filter((address) => /^(?:blob|data):/.test(address) || (taught !== undefined && address.startsWith('https:') && !imageHostAllowed(platform ?? 'manual', address)));
}

/** Reads a copy as its page would be read. `at` (ISO 8601) is when it was made. */
export function readCopy(copy: PageCopy, url: string, at: string, taught: readonly TaughtRecipe[]): CopyReading {
  const { document, elements, ...copied } = openCopy(copy);
  let rows: Element[] = [];
  const reading = readWithTaught(document, url, at, taught, { copied, onRowElements: (found) => void (rows = found) });
  const number = new Map(elements.map((element, place) => [element, place] as const));
  return { reading, rows: rows.map((row) => number.get(row)!), onlyHere: onlyHere(reading) };
}
