import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClaimFacts } from '../../lib/case/claim';
import type { PlatformId } from '../../lib/case/platform';
import { crackedCopy, labelledPhoto, plainPhoto } from './photos';
import type { Answer, StandIn } from './server';

const pages = fileURLToPath(new URL('../fixtures/pages/', import.meta.url));

/** A stored refund page, the address it stands at, and what it says. */
export interface StoredPage {
  platform: PlatformId;
  url: string;
  html: string;
  claim: ClaimFacts;
}

export function storedPage(platform: PlatformId, slug: string): StoredPage {
  const read = (name: string) => readFileSync(join(pages, platform, slug, name), 'utf8');
  const { url } = JSON.parse(read('meta.json')) as { url: string };
  const { claim } = JSON.parse(read('claim.json')) as { claim: ClaimFacts };
  return { platform, url, html: read('page.html'), claim };
}

const bare = (address: string) => {
  const { host, pathname } = new URL(address);
  return host + pathname;
};

const jpeg = (body: Uint8Array): Answer => ({ headers: { 'content-type': 'image/jpeg' }, body });

/**
 * Serves one stored page with its pictures: the first evidence picture carries an AI content label, the second is a copy of
 * the listing picture with a crack drawn on it, the others are plain photographs; the listing picture is the merchant's own.
 */
export async function serveRefundPage(standIn: StandIn, page: StoredPage, evidence: (Uint8Array | Answer)[] = []): Promise<void> {
  const made = [await labelledPhoto('allium-oreophilum'), await crackedCopy('french-alpine-landscape'), await plainPhoto('airplane-from-above')];
  const listing = await plainPhoto('french-alpine-landscape');
  const pictures = new Map<string, Answer>();
  const put = (image: ClaimFacts['evidence'][number], answer: Answer) => {
    for (const address of [image.displayed, ...image.candidates]) if (address.startsWith('https:')) pictures.set(bare(address), answer);
  };
  page.claim.listing.forEach((image) => put(image, jpeg(listing)));
  page.claim.evidence.forEach((image, index) => {
    const given = evidence[index] ?? made[index % made.length]!;
    put(image, given instanceof Uint8Array ? jpeg(given) : given);
  });
  standIn.route((address) => {
    if (bare(address.href) === bare(page.url)) return { headers: { 'content-type': 'text/html; charset=utf-8' }, body: page.html };
    return pictures.get(bare(address.href)) ?? null;
  });
}
