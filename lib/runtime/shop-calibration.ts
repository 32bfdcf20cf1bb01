import { fewestShopPhotographs, shopBound, shopRate, type ShopAdded, type ShopScores, type ShopView } from '../analysers/learned/conformal';
import { sha256 } from '../evidence/digest';
import type { Scored } from './analysis/api';
import { maxImageBytes } from './fetch-image';
import { fileBytes } from './read-file';
import { database } from './stores';

/** What is kept of a merchant's own calibration: digests, so that no photograph counts twice, and scores. No picture. */
export interface StoredShop {
  id: 'shop';
  model: string;
  scores: { sha256: string; logit: number }[];
  /** ISO 8601. */
  calibratedAt: string;
}

export class TooFewPhotographs extends Error {
  override name = 'TooFewPhotographs';
  constructor(readonly given: number) {
    super(`${given} of at least ${fewestShopPhotographs} photographs`);
  }
}

const stored = async (): Promise<StoredShop | undefined> => (await database()).get('shop', 'shop');

/** The shop's scores as the analyser reads them, or null where the merchant gave none. */
export async function shopScores(): Promise<ShopScores | null> {
  const shop = await stored();
  return shop ? { model: shop.model, logits: shop.scores.map((one) => one.logit), calibratedAt: shop.calibratedAt } : null;
}

export async function shopView(): Promise<ShopView | null> {
  const scores = await shopScores();
  return scores && { photographs: scores.logits.length, bound: shopBound(scores), rate: shopRate, calibratedAt: scores.calibratedAt, model: scores.model };
}

export async function removeShop(): Promise<void> {
  await (await database()).delete('shop', 'shop');
}

/** How far scoring has come, and whether it is to stop. */
export interface Watch {
  signal: AbortSignal;
  onProgress: (done: number, total: number) => void;
}

/**
 * Scores photographs of accepted, undisputed claims one after another and adds them to the shop's calibration. Files that
 * are no pictures, too small or given twice are counted and left out. Cancelling keeps what was there before.
 * @param model the one that scores now. @throws TooFewPhotographs when old and new together are fewer than a bound takes; nothing is stored then.
 */
export async function addShopPhotographs(files: readonly File[], model: string, score: (bytes: Uint8Array) => Promise<Scored['score']>, { signal, onProgress }: Watch): Promise<ShopAdded> {
  // Scores of an earlier model cannot be mixed with this one's.
  const old = (await stored().then((shop) => (shop?.model === model ? shop.scores : undefined))) ?? [];
  if (old.length + files.length < fewestShopPhotographs) throw new TooFewPhotographs(old.length + files.length);
  const added: ShopAdded = { scored: 0, doubles: 0, unscored: { 'no-picture': 0, 'too-small': 0, 'no-classifier': 0 }, cancelled: false };
  const fresh = new Map<string, number>();
  const known = new Set(old.map((one) => one.sha256));
  for (const [index, file] of files.entries()) {
    if (signal.aborted) return { ...added, cancelled: true };
    onProgress(index, files.length);
    const bytes = file.size === 0 || file.size > maxImageBytes ? null : await fileBytes(file);
    if (bytes === null) {
      added.unscored['no-picture'] += 1;
      continue;
    }
    const digest = await sha256(bytes);
    if (known.has(digest) || fresh.has(digest)) {
      added.doubles += 1;
      continue;
    }
    const result = await score(bytes).catch(() => ({ unscored: 'no-picture' }) as const);
    if ('unscored' in result) added.unscored[result.unscored] += 1;
    else fresh.set(digest, result.logit);
  }
  if (signal.aborted) return { ...added, cancelled: true };
  onProgress(files.length, files.length);
  const scores = [...old, ...[...fresh].map(([digest, logit]) => ({ sha256: digest, logit }))];
  if (scores.length < fewestShopPhotographs) throw new TooFewPhotographs(scores.length);
  if (fresh.size > 0) await (await database()).put('shop', { id: 'shop', model, scores, calibratedAt: new Date().toISOString() });
  return { ...added, scored: fresh.size };
}
