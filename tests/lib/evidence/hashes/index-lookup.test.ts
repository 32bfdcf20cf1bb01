import { expect, test } from 'vitest';
import { imageHashes } from '../../../../lib/evidence/hashes/image-hashes';
import { entryOf, ReuseIndex } from '../../../../lib/evidence/hashes/index-lookup';
import { orientationNames, pdq } from '../../../../lib/evidence/hashes/pdq';
import { asSharp, decoded, jpeg, print } from '../../../fixtures/scenes/scenes';

const hex = (k: number) => k.toString(16).padStart(64, '0');
const bits = (a: Uint32Array, b: Uint32Array) => a.reduce((sum, word, i) => sum + ((word ^ b[i]!) >>> 0).toString(2).replaceAll(/[^1]/g, '').length, 0);

test('PDQ of a re-saved, smaller copy stays within the match limit, of another picture it does not', async () => {
  const one = print(1, 500, 400);
  const copy = await jpeg(await decoded(asSharp(one).resize(300)), 60);
  expect(bits(pdq(one).orientations[0]!, pdq(copy).orientations[0]!)).toBeLessThanOrEqual(31);
  expect(bits(pdq(one).orientations[0]!, pdq(print(2, 500, 400)).orientations[0]!)).toBeGreaterThan(80);
});

test('the eight orientations are those of the turned pictures', async () => {
  const square = print(3, 512, 512);
  const { orientations } = pdq(square);
  const mirrored = await decoded(asSharp(square).flop());
  const flipped = await decoded(asSharp(square).flip());
  const turned = await decoded(asSharp(square).rotate(180));
  const quarter = await decoded(asSharp(square).rotate(90));
  for (const [name, picture] of [['mirrored', mirrored], ['flipped', flipped], ['half-turn', turned]] as const) expect(bits(orientations[orientationNames.indexOf(name)]!, pdq(picture).orientations[0]!), name).toBeLessThan(12);
  expect(Math.min(...orientations.slice(4).map((hash) => bits(hash, pdq(quarter).orientations[0]!)))).toBeLessThan(12);
});

test('finds the same bytes, a turned copy and not another picture; forgets what was removed', async () => {
  const index = new ReuseIndex();
  const pictures = Array.from({ length: 12 }, (_, k) => print(100 + k, 400, 320));
  pictures.forEach((picture, k) => expect(index.add(entryOf(`case-${k}`, hex(k), imageHashes(picture)))).toBe(true));
  expect(index.add(entryOf('case-3', hex(3), imageHashes(pictures[3]!)))).toBe(false);
  expect(index.size).toBe(12);
  const copy = imageHashes(await jpeg(await decoded(asSharp(pictures[5]!).flop().rotate(90)), 70));
  const hits = index.lookup(hex(999), copy);
  expect(hits[0]).toMatchObject({ id: 'case-5', kind: 'near-identical' });
  expect(hits[0]!.orientation).toBeGreaterThan(3);
  expect(index.lookup(hex(7), copy)[0]).toMatchObject({ id: 'case-7', kind: 'exact' });
  expect(index.lookup(hex(998), imageHashes(print(500, 400, 320))).filter((hit) => hit.kind !== 'candidate')).toEqual([]);
  expect(index.remove('case-5')).toBe(true);
  expect(index.remove('case-5')).toBe(false);
  expect(index.lookup(hex(999), copy).some((hit) => hit.id === 'case-5')).toBe(false);
});

test('misses nothing within 31 differing bits', () => {
  const index = new ReuseIndex();
  const base = Uint32Array.from({ length: 8 }, (_, k) => Math.imul(k + 1, 0x9e3779b1));
  const difference = Uint32Array.of(5, 9);
  index.add({ id: 'a', sha256: hex(1), pdq: base, difference, quality: 90 });
  for (let start = 0; start < 256; start += 3) {
    const query = base.slice();
    for (let k = 0; k < 31; k++) {
      const bit = (start + k * 8) % 256;
      query[bit >> 5]! ^= 1 << (bit & 31);
    }
    expect(index.lookup(hex(2), { pdq: [query], difference: [difference], quality: 90 })[0], String(start)).toMatchObject({ id: 'a', distance: 31 });
  }
});

test('written and read back it answers the same; a changed or shortened block is refused', () => {
  const index = new ReuseIndex();
  for (let k = 0; k < 6; k++) index.add(entryOf(`订单-${k}`, hex(k), imageHashes(print(200 + k, 200, 160))));
  index.remove('订单-2');
  const bytes = index.serialise();
  const again = ReuseIndex.read(bytes);
  expect(again.size).toBe(5);
  expect(again.lookup(hex(4), imageHashes(print(204, 200, 160)))).toEqual(index.lookup(hex(4), imageHashes(print(204, 200, 160))));
  expect(() => ReuseIndex.read(bytes.subarray(0, bytes.length - 9))).toThrow(RangeError);
  expect(() => ReuseIndex.read(bytes.with(40, bytes[40]! ^ 1))).toThrow(RangeError);
});
