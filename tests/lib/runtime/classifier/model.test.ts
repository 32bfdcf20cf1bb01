import { memory } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../../../lib/analysers/analyser';
import { PictureTooSmall } from '../../../../lib/runtime/classifier/model';
import { loadClassifierFromDisk } from '../../../../lib/runtime/classifier/node';
import { frozenCrops } from './frozen-crops';
import frozen from './frozen-logits.json';

let classifier: Classifier;
beforeAll(async () => {
  classifier = await loadClassifierFromDisk();
});
afterAll(() => classifier?.dispose());

describe('the shipped classifier', () => {
  it('gives the logits of the training framework on frozen crops, within 1e-3', async () => {
    expect(classifier.id).toBe(frozen.model);
    const crops = frozenCrops(frozen.logits.length, classifier.smallest);
    const ours: number[] = [];
    for (const crop of crops) ours.push((await classifier.classify(crop, classifier.smallest, classifier.smallest)).logit);
    expect(new Set(frozen.logits).size).toBe(frozen.logits.length);
    ours.forEach((logit, i) => expect(Math.abs(logit - frozen.logits[i]!), `crop ${i}`).toBeLessThan(1e-3));
  });

  it('holds no more tensors after many pictures than after one', async () => {
    const size = classifier.smallest;
    const crop = frozenCrops(1, size)[0]!;
    await classifier.classify(crop, size, size);
    const before = memory().numTensors;
    for (let i = 0; i < 30; i++) await classifier.classify(crop, size, size);
    expect(memory().numTensors).toBe(before);
  });

  it('takes the mean over the tiles and places them on the picture it was given', async () => {
    const [width, height] = [1400, 660];
    const rgb = new Uint8Array(width * height * 3).map((_, i) => (i * 7919) % 251);
    const { logit, tiles } = await classifier.classify(rgb, width, height);
    expect(tiles.length).toBeGreaterThan(4);
    expect(logit).toBeCloseTo(tiles.reduce((sum, tile) => sum + tile.logit, 0) / tiles.length, 6);
    for (const { x, y, size } of tiles) expect(x >= 0 && y >= 0 && x + size <= width && y + size <= height).toBe(true);
  });

  it('stops on an abort and refuses pictures smaller than a crop', async () => {
    const size = classifier.smallest;
    await expect(classifier.classify(new Uint8Array(size * size * 3), size, size, AbortSignal.abort())).rejects.toThrow();
    await expect(classifier.classify(new Uint8Array(30 * 30 * 3), 30, 30)).rejects.toBeInstanceOf(PictureTooSmall);
  });

  it('refuses to work after dispose and frees its weights', async () => {
    const before = memory().numTensors;
    const other = await loadClassifierFromDisk();
    other.dispose();
    other.dispose();
    expect(memory().numTensors).toBe(before);
    await expect(other.classify(new Uint8Array(3), 1, 1)).rejects.toThrow('disposed');
  });
});
