import type { Claim } from '../case/claim';
import type { PlatformId } from '../case/platform';
import { recipeOf } from '../platforms';
import { imageHostAllowed } from '../platforms/original-address';
import type { TaughtRecipe } from '../platforms/taught/taught-recipe';
import { readInOwnTab } from './read-elsewhere';
import { database } from './stores';

const most = 12;

/** By what a claim was read: our recipe of the platform, or what the merchant taught. */
export function recipeNote(platform: PlatformId | null, taught: TaughtRecipe | null): Claim['recipe'] {
  if (taught) return { verifiedOn: taught.taughtOn, checkedOn: 'taught', taught: { id: taught.id, revision: taught.revision, name: taught.name } };
  const recipe = platform && recipeOf(platform);
  return recipe ? { verifiedOn: recipe.verifiedOn, checkedOn: recipe.checkedOn } : null;
}

/**
 * Pictures of a taught page that neither our recipes' hosts serve nor the page itself may read: taken from hosts the merchant allowed.
 * @returns how many pictures refused before can now be collected.
 */
export async function takeTaughtPictures(caseId: string, claim: Claim): Promise<number> {
  const db = await database();
  const had = new Set((await db.getAllFromIndex('images', 'caseId', caseId)).filter((image) => image.sha256 !== null).map((image) => image.displayed));
  for (const { displayed } of claim.evidence.slice(0, most)) {
    if (had.has(displayed) || !displayed.startsWith('https:') || imageHostAllowed(claim.platform, displayed) || (await db.getKey('blobs', displayed))) continue;
    const bytes = await readInOwnTab(displayed);
    if (bytes) await db.put('blobs', { address: displayed, bytes, storedAt: new Date().toISOString() });
  }
  let freed = 0;
  for (const image of await db.getAllFromIndex('images', 'caseId', caseId)) {
    if (image.sha256 !== null || image.problem === null || !(await db.getKey('blobs', image.displayed))) continue;
    await db.put('images', { ...image, problem: null });
    freed += 1;
  }
  return freed;
}
