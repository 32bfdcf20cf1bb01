import { describe, expect, test } from 'vitest';
import { decodeCbor } from '../../../../lib/evidence/c2pa/cbor';
import { readCertificate } from '../../../../lib/evidence/c2pa/certificate';
import { MalformedCredential } from '../../../../lib/evidence/c2pa/malformed-credential';
import { readCredential } from '../../../../lib/evidence/c2pa/trace';
import { readContainer } from '../../../../lib/evidence/container';
import { UnreadableImage } from '../../../../lib/evidence/unreadable-image';
import { c2paCarriers } from '../../../fixtures/c2pa/carriers';
import { identity } from '../../../fixtures/c2pa/certificates';
import { signedPicture } from '../../../fixtures/c2pa/signed-picture';
import { mutated, random } from '../../../fixtures/mutations';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';

/** Of each file; set MUTATIONS for a longer run. */
const perFile = Number(process.env.MUTATIONS ?? 60);
const problems = new Set([null, 'jumbf', 'cbor', 'certificate', 'signature', 'unsupported', 'too-large', 'missing', 'compressed']);

interface Toll {
  variants: number;
  unnamed: string[];
  slowest: number;
  readable: number;
  unreadable: number;
}

/** Milliseconds of one reading; what it gave goes into the toll. */
async function timed(variant: Uint8Array, toll: Toll): Promise<number> {
  const begun = performance.now();
  try {
    const credential = await readCredential(variant, readContainer(variant));
    if (credential && !problems.has(credential.problem)) toll.unnamed.push(String(credential.problem));
    if (credential?.problem === null) toll.readable++;
    else toll.unreadable++;
  } catch (error) {
    if (!(error instanceof UnreadableImage)) toll.unnamed.push(`variant ${toll.variants}: ${error instanceof Error ? error.stack : String(error)}`);
  }
  return performance.now() - begun;
}

async function hammer(bytes: Uint8Array, seed: number, count: number, from: number): Promise<Toll> {
  const next = random(seed);
  const toll: Toll = { variants: 0, unnamed: [], slowest: 0, readable: 0, unreadable: 0 };
  for (; toll.variants < count; toll.variants++) {
    const variant = mutated(bytes, next, from);
    let spent = await timed(variant, toll);
    // A busy machine can stall anything once; a slow variant is slow every time.
    for (let again = 0; spent > 300 && again < 3; again++) spent = Math.min(spent, await timed(variant, toll));
    toll.slowest = Math.max(toll.slowest, spent);
  }
  return toll;
}

function judge(toll: Toll): void {
  expect(toll.unnamed.slice(0, 3)).toEqual([]);
  expect(toll.slowest).toBeLessThan(1000);
  if (process.env.MUTATIONS) console.info(`${toll.variants} variants, slowest ${Math.round(toll.slowest)} ms`);
}

describe('damaged credentials end in a reading or a named problem', () => {
  test.each(Object.keys(c2paCarriers))('%s', async (carrier) => {
    const root = await identity('Root', { authority: true });
    const signer = await identity('Leaf', { issuer: root });
    const stamp = { authority: await identity('Stamps', { kind: 'Ed25519', issuer: root }), at: new Date('2026-06-01T00:00:00Z') };
    const created = { label: 'c2pa.actions.v2', data: { actions: [{ action: 'c2pa.created', softwareAgent: 'x', digitalSourceType: 'y' }] } };
    const bytes = await signedPicture({
      carrier, signer, chain: [root], stamp, binding: /HEIC|AVIF/.test(carrier) ? 'bmff' : 'data',
      manifests: [{ label: 'urn:c2pa:a', assertions: [created] }, { label: 'urn:c2pa:b', assertions: [created], ingredients: [{ relationship: 'parentOf', manifest: 'urn:c2pa:a' }] }],
    });
    const toll = await hammer(bytes, carrier.length * 7919, perFile, 0);
    judge(toll);
    // The damage must reach the reader, and must not stop it at the door every time.
    expect(toll.unreadable).toBeGreaterThan(0);
    expect(toll.readable).toBeGreaterThan(0);
  });

  const samples = sharedFiles('labelled').filter((name) => /^(c2pa|sef)/.test(name) && name !== 'c2pa-remote-only.jpg');
  test.each(samples)('labelled/%s', async (name) => {
    const bytes = sharedFile('labelled', name);
    const credential = await readCredential(bytes, readContainer(bytes));
    // Only the store and its header are hit; the picture behind it is cut short to keep this quick.
    const store = bytes.slice(0, Math.min(bytes.length, credential!.offset + credential!.length + 2000));
    judge(await hammer(store, name.length * 104729, Math.ceil(perFile / 3), credential!.offset));
  });
});

test('random bytes never escape the CBOR and certificate readers unnamed', () => {
  const next = random(42);
  for (let i = 0; i < 20_000; i++) {
    const bytes = Uint8Array.from({ length: 1 + Math.floor(next() * 40) }, () => Math.floor(next() * 256));
    if (i % 2) bytes[0] = [0x30, 0x82, 0xbf, 0x9f, 0x5f, 0xa4][i % 6]!;
    for (const read of [decodeCbor, readCertificate])
      try {
        read(bytes);
      } catch (error) {
        if (!(error instanceof MalformedCredential)) throw error;
      }
  }
});

test('nesting, indefinite lengths and repeated heads stay within bounds', () => {
  const begun = performance.now();
  for (const byte of [0x81, 0x9f, 0xbf, 0xc1, 0xd8, 0x5f, 0x00]) {
    const bytes = new Uint8Array(5_000_000).fill(byte);
    bytes[0] = 0x9f;
    expect(() => decodeCbor(bytes)).toThrow(MalformedCredential);
  }
  expect(performance.now() - begun).toBeLessThan(2000);
});
