import { beforeAll, expect, test } from 'vitest';
import { make, type MadeKind } from '../../cli/made-pairs';
import { compare, featuresOf, subjectOf, type Picture } from '../../lib/evidence/match/compare';
import type { Features } from '../../lib/evidence/match/features';
import { jpeg, photograph, placed, print, surface } from '../fixtures/scenes/scenes';

/** Boxes on tables before walls, in the grain of a camera. */
async function scene(seed: number): Promise<Picture> {
  const wall = surface(seed, 760, 600, [190, 185, 175], 26), table = surface(seed + 1, 760, 260, [140, 100, 70]), box = print(seed + 2, 230, 290);
  return jpeg(photograph([{ picture: wall, map: placed(wall, 260, 210, 0.9) }, { picture: table, map: placed(table, 260, 370, 0.9) }, { picture: box, map: placed(box, 270, 220, 0.85, 4, [0.1, 0.05]) }], { width: 520, height: 420, noise: 2, seed }), 90);
}

let listing: Picture;
let features: Features;
let others: Picture[];
beforeAll(async () => {
  [listing, ...others] = (await Promise.all([201, 301, 401, 501].map(scene))) as [Picture, ...Picture[]];
  features = featuresOf(listing);
}, 60_000);

const altered: MadeKind[] = ['mirrored', 'half crop', 'screenshot dark', 'recoloured', 'half turn', 'low resolution', 'collage', 'redrawn, fine'];
test.each(altered)('%s: the same picture, altered', async (kind) => {
  const found = compare(subjectOf(await make(kind, listing, 7, others)), listing, features);
  expect(found.relation).toBe('same-picture-altered');
  expect(found.mirrored).toBe(kind === 'mirrored');
}, 60_000);

// No plain area here keeps the noise that would tell a file from a surface: the cautious answer, which does not count.
test.each(['slant 20 %', 'text over it'] as MadeKind[])('%s: at least a common surface', async (kind) => {
  expect(compare(subjectOf(await make(kind, listing, 7, others)), listing, features).relation).toMatch(/^same-p/);
}, 60_000);

test('a clean copy shows no difference', async () => {
  expect(compare(subjectOf(await make('clean copy', listing, 7, others)), listing, features).relation).toBe('same-picture-unaltered');
}, 60_000);

test.each(['half crop', 'redrawn, fine'] as MadeKind[])('%s made from another picture is not this one', async (kind) => {
  const found = compare(subjectOf(await make(kind, others[0]!, 7, others.slice(1))), listing, features);
  expect(found.relation).not.toMatch(/^same-picture/);
}, 60_000);
