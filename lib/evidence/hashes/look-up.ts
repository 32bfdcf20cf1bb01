import type { ImageHashes } from './image-hashes';
import type { IndexHit, ReuseIndex } from './index-lookup';
import type { WindowIndex } from './window-lookup';

/** An earlier picture worth a look; `places` (how many lie to each other alike) where only parts look alike. */
export type LikelyHit = Pick<IndexHit, 'id' | 'kind' | 'distance'> & { places?: number };

/** Distance of two pictures that are unlike as wholes, bits of 256: what unrelated ones have on average. */
const unlike = 128;
/** Only bytes to lay over make a finding of a part; a few more than are laid over, since some are of the same claim. */
const mostParts = 12;

/** Earlier pictures that look like this one as wholes, then those that share places with it. */
export function lookUp(index: ReuseIndex, parts: WindowIndex, sha256: string, hashes: ImageHashes, asked: Uint32Array): LikelyHit[] {
  const whole = index.lookup(sha256, hashes);
  const known = new Set(whole.map((hit) => hit.id));
  const shared = parts.lookup(asked).filter((hit) => !known.has(hit.id)).slice(0, mostParts);
  return [...whole, ...shared.map(({ id, votes }) => ({ id, kind: 'candidate' as const, distance: unlike, places: votes }))];
}
