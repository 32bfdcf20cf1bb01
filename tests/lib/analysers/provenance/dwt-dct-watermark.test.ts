import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../../../cli/node-host';
import { examine } from '../../../../lib/analysers/examine';
import { dwtDctWatermark } from '../../../../lib/analysers/provenance/dwt-dct-watermark';
import { dwtDctPayloads } from '../../../../lib/evidence/dwt-dct';
import { traceSource, type Pixels } from '../../../../lib/evidence/traces';
import { factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { markDwtDct } from '../../../fixtures/watermark/dwt-dct';

/** Muted colours, as photographs have them: in strong colours the mark is clipped or drowned, for the library's own reader as well. */
function scene(width = 517, height = 390): Pixels {
  const rgb = new Uint8Array(width * height * 3);
  for (let i = 0; i < rgb.length; i++) {
    const [x, y, c] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
    rgb[i] = 120 + 40 * Math.sin(x / 37) + 30 * Math.cos(y / 23) + 10 * Math.sin(x / 91 + y / 57 + c) + ((x * 31 + y * 17 + c * 7) % 5);
  }
  return { width, height, rgb };
}
const written = ({ width, height, rgb }: Pixels) => sharp(rgb, { raw: { width, height, channels: 3 } });
const examined = async (bytes: Uint8Array) => (await examine(traceSource(bytes, nodeHost), {}, [dwtDctWatermark]))[0]!;

// As published: ASCII of Stable Diffusion 1.x; the constants in the SDXL and FLUX reference code.
const payloads = [
  ['stable-diffusion-1', Buffer.from('StableDiffusionV1').reduce((bits, byte) => bits + byte.toString(2).padStart(8, '0'), '')],
  ['sdxl', BigInt('0b101100111110110010010000011110111011000110011110').toString(2)],
  ['flux', BigInt('0b001010101111111010000111100111001111010100101110').toString(2).padStart(48, '0')],
] as const;

describe('the mark', () => {
  test.each(payloads)('of %s is read from a fresh picture', async (id, bits) => {
    const finding = await examined(new Uint8Array(await written(markDwtDct(scene(), bits)).png().toBuffer()));
    expect([finding.outcome, finding.strength, factsOf(finding).payload]).toEqual(['suspicious', 3, id]);
    expect(Number(factsOf(finding).matchingBits)).toBeGreaterThanOrEqual(Math.ceil(bits.length * 0.92));
  });

  test('of somebody else is not taken for a known one', async () => {
    const stranger = '1101'.repeat(12);
    expect((await examined(new Uint8Array(await written(markDwtDct(scene(), stranger)).png().toBuffer()))).strength).toBe(0);
  });

  test('is not seen in clean, flat or tiny pictures', async () => {
    expect((await examined(new Uint8Array(await written(scene()).png().toBuffer()))).strength).toBe(0);
    for (const shade of [0, 90, 255]) {
      const flat = await sharp({ create: { width: 300, height: 300, channels: 3, background: { r: shade, g: 30, b: 255 - shade } } }).png().toBuffer();
      expect((await examined(new Uint8Array(flat))).strength).toBe(0);
    }
    expect((await examined(new Uint8Array(await written(markDwtDct(scene(255, 256), payloads[1][1])).png().toBuffer()))).outcome).toBe('not-applicable');
  });

  test('known payloads have their published lengths', () => {
    expect(dwtDctPayloads.map(({ id, bits }) => [id, bits.length])).toEqual([['stable-diffusion-1', 136], ['sdxl', 48], ['flux', 48]]);
  });
});

test.each(sharedFiles('camera'))('camera/%s carries none', async (name) => {
  expect((await examined(sharedFile('camera', name))).strength).toBe(0);
});
