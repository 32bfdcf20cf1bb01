import sharp, { type WebpOptions } from 'sharp';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../../../cli/node-host';
import { examine } from '../../../../lib/analysers/examine';
import { stealthMetadata } from '../../../../lib/analysers/provenance/stealth-metadata';
import { traceSource } from '../../../../lib/evidence/traces';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { stealthSamples } from '../../../fixtures/watermark/stealth';
import { silentFiles } from '../../../fixtures/writers/carriers';

const settings = '一只猫, masterpiece\nSteps: 28, Sampler: Euler a, Seed: 7';
const [width, height] = [96, 70];
const image = (channel: 'alpha' | 'rgb', compressed: boolean, text = settings) => sharp(stealthSamples(width, height, text, channel, compressed), { raw: { width, height, channels: 4 } });

describe('text in the lowest bits', () => {
  test.each([['alpha', false, 'stealth_pnginfo'], ['alpha', true, 'stealth_pngcomp'], ['rgb', false, 'stealth_rgbinfo'], ['rgb', true, 'stealth_rgbcomp']] as const)('PNG, %s, compressed %s', async (channel, compressed, signature) => {
    for (const filter of [false, true]) {
      const finding = await ask(stealthMetadata, new Uint8Array(await image(channel, compressed).png({ adaptiveFiltering: filter }).toBuffer()));
      expect([finding.outcome, finding.strength]).toEqual(['suspicious', 3]);
      expect(factsOf(finding)).toMatchObject({ signature, channel, readable: true, raw: settings });
      expect(finding.facts.find(({ key }) => key === 'raw')?.private).toBe(true);
    }
  });

  test('opaque PNG holds the colour variant', async () => {
    expect(factsOf(await ask(stealthMetadata, new Uint8Array(await image('rgb', true).removeAlpha().png().toBuffer())))).toMatchObject({ signature: 'stealth_rgbcomp', raw: settings });
  });

  test('lossless WebP is read through the host', async () => {
    const bytes = new Uint8Array(await image('alpha', true).webp({ lossless: true, exact: true } as WebpOptions).toBuffer());
    const [finding] = await examine(traceSource(bytes, nodeHost), {}, [stealthMetadata]);
    expect(factsOf(finding!)).toMatchObject({ signature: 'stealth_pngcomp', raw: settings });
  });

  test('a payload cut off keeps the signature', async () => {
    const long = 'x'.repeat(width * height);
    expect(factsOf(await ask(stealthMetadata, new Uint8Array(await image('alpha', false, long).png().toBuffer())))).toMatchObject({ signature: 'stealth_pnginfo', readable: false });
  });

  test('one wrong bit of the signature is no signature', async () => {
    const samples = stealthSamples(width, height, settings, 'alpha', false);
    samples[3 + 5 * width * 4]! ^= 1;
    const bytes = await sharp(samples, { raw: { width, height, channels: 4 } }).png().toBuffer();
    expect((await ask(stealthMetadata, new Uint8Array(bytes))).outcome).toBe('inconclusive');
  });

  test('lossy files and other kinds of PNG cannot be asked', async () => {
    const lossy = [await image('alpha', true).jpeg().toBuffer(), await image('alpha', true).removeAlpha().webp({ quality: 90 }).toBuffer(), await image('alpha', true).removeAlpha().toColourspace('b-w').png().toBuffer()];
    for (const bytes of lossy) expect((await ask(stealthMetadata, new Uint8Array(bytes))).outcome).toBe('not-applicable');
    for (const write of Object.values(silentFiles)) expect((await ask(stealthMetadata, write())).strength).toBe(0);
  });
});

describe('real files', () => {
  const found = 'sd-automatic1111-stealth.png';
  test.each(sharedFiles('labelled').filter((name) => name === found))('%s gives its settings', async (name) => {
    const finding = await ask(stealthMetadata, sharedFile('labelled', name));
    expect(factsOf(finding)).toMatchObject({ signature: 'stealth_pngcomp', readable: true });
    expect(String(factsOf(finding).raw)).toMatch(/Steps: \d+/);
  });
  test.each(sharedFiles('labelled').filter((name) => name !== found))('%s hides nothing', async (name) => {
    expect((await ask(stealthMetadata, sharedFile('labelled', name))).strength).toBe(0);
  });
});
