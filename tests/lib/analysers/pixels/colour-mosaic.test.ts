import { describe, expect, it } from 'vitest';
import type { Analyser } from '../../../../lib/analysers/analyser';
import { examine } from '../../../../lib/analysers/examine';
import { colourMosaic } from '../../../../lib/analysers/pixels/colour-mosaic';
import type { Finding } from '../../../../lib/case/finding';
import type { Pixels } from '../../../../lib/evidence/traces';
import { decode, surface, toJpeg, tracesOf, type Raster } from '../../../fixtures/texture';
import { factsOf } from '../../../fixtures/ask';
import { join } from '../../../fixtures/writers/bytes';
import { app1Exif } from '../../../fixtures/writers/jpeg';
import { tiffBlock } from '../../../fixtures/writers/tiff-block';

/** What a sensor with green on the pixels of one diagonal would give: the others are the mean of their four neighbours. */
function interpolated(scene: Raster, diagonal: 0 | 1, inside: (x: number, y: number) => boolean = () => true, into: Uint8Array = scene.rgb.slice()): Raster {
  const { width, height, rgb } = scene;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      if (((x + y) & 1) !== diagonal || !inside(x, y)) continue;
      const at = (y * width + x) * 3 + 1;
      into[at] = Math.round((rgb[at - 3]! + rgb[at + 3]! + rgb[at - 3 * width]! + rgb[at + 3 * width]!) / 4);
    }
  }
  return { width, height, rgb: into };
}

/** A JPEG with a camera's data, its size as stated. */
async function original(picture: Pixels, quality: number, stated: { width: number; height: number } = picture): Promise<Uint8Array> {
  const ifd0 = [{ tag: 0x010f, value: 'Canon' }, { tag: 0x0110, value: 'EOS 5D' }];
  const exif = [{ tag: 0xa002, value: [stated.width] }, { tag: 0xa003, value: [stated.height] }];
  const bytes = await toJpeg(picture, quality);
  return join(bytes.subarray(0, 2), app1Exif(tiffBlock({ ifd0, exif })), bytes.subarray(2));
}

const ask = async (bytes: Uint8Array): Promise<Finding> => (await examine(tracesOf(bytes), {}, [colourMosaic as Analyser]))[0]!;

const scene = surface(768, 640, 21, 6);

describe('colour-mosaic', () => {
  it.each([0, 1] as const)('finds the mosaic of diagonal %i through a camera original, and nothing against it', async (diagonal) => {
    const finding = await ask(await original(interpolated(scene, diagonal), 98));
    expect([finding.outcome, finding.strength, finding.regions]).toEqual(['inconclusive', 0, undefined]);
    expect(Number(factsOf(finding).mainLog10NFA)).toBeLessThan(-50);
    expect(Number(factsOf(finding).share)).toBeGreaterThan(0.95);
    expect(colourMosaic.text.zh.summary(finding)).toMatch(/与相机原图相符/);
  });

  it('outlines a piece whose mosaic is out of step, and scores nothing', async () => {
    const piece = (x: number, y: number) => x >= 352 && x < 640 && y >= 224 && y < 512;
    const picture = interpolated(scene, 0, (x, y) => !piece(x, y));
    const finding = await ask(await original(interpolated(scene, 1, piece, picture.rgb), 98));
    expect([finding.outcome, finding.strength, finding.regions?.length]).toEqual(['inconclusive', 0, 1]);
    const [xs, ys] = [0, 1].map((axis) => finding.regions![0]!.points.map((point) => point[axis]!)) as [number[], number[]];
    expect(Math.min(...xs) * 768).toBeGreaterThan(250);
    expect(Math.max(...xs) * 768).toBeLessThan(740);
    expect(Math.min(...ys) * 640).toBeGreaterThan(120);
    expect(Number(factsOf(finding).log10NFA)).toBeLessThan(-4);
  });

  it('is asked only of camera originals of high quality that have a mosaic', async () => {
    const reason = async (bytes: Uint8Array) => factsOf(await ask(bytes)).reason;
    const picture = interpolated(scene, 0);
    expect(await reason(await toJpeg(picture, 98))).toBe('no-camera-original');
    expect(await reason(await original(picture, 98, { width: 1536, height: 1280 }))).toBe('no-camera-original');
    expect(await reason(await original(picture, 80))).toBe('quality-too-low');
    expect(await reason(await original(await decode(await toJpeg(scene, 75)), 98))).toBe('no-mosaic');
  });
});
