import { memory, type io } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Classifier } from '../../../../lib/analysers/analyser';
import { openModel, PictureTooSmall } from '../../../../lib/runtime/classifier/model';
import { loadClassifierFromDisk } from '../../../../lib/runtime/classifier/node';
import { checkCrops } from '../../../../lib/runtime/classifier/check-crop';
import frozen from './frozen-logits.json';

let classifier: Classifier;
beforeAll(async () => {
  classifier = await loadClassifierFromDisk();
});
afterAll(() => classifier?.dispose());

describe('the shipped classifier', () => {
  it('gives the logits of the training framework on frozen crops, within 1e-3', async () => {
    expect(classifier.id).toBe(frozen.model);
    const crops = checkCrops(frozen.logits.length, classifier.smallest);
    const ours: number[] = [];
    for (const crop of crops) ours.push((await classifier.classify(crop, classifier.smallest, classifier.smallest)).logit);
    expect(new Set(frozen.logits).size).toBe(frozen.logits.length);
    ours.forEach((logit, i) => expect(Math.abs(logit - frozen.logits[i]!), `crop ${i}`).toBeLessThan(1e-3));
  });

  it('holds no more tensors after many pictures than after one', async () => {
    const size = classifier.smallest;
    const crop = checkCrops(1, size)[0]!;
    await classifier.classify(crop, size, size);
    const before = memory().numTensors;
    for (let i = 0; i < 4; i++) await classifier.classify(crop, size, size);
    expect(memory().numTensors).toBe(before);
  });

  it('takes the mean over the tiles and places them on the picture it was given', async () => {
    const [width, height] = [900, 660];
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

describe('a model of one weight', () => {
  const attr = (type: string, value: unknown) => ({ dtype: { type }, value: { tensor: { dtype: type, tensorShape: { dim: value } } } });
  const float = { T: { type: 'DT_FLOAT' } };
  /** The mean red value, times two. */
  const doubled: io.IOHandler = {
    load: async () => ({
      modelTopology: {
        node: [
          { name: 'x', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim: [{ size: '-1' }, { size: '8' }, { size: '8' }, { size: '3' }] } } } },
          { name: 'axes', op: 'Const', attr: attr('DT_INT32', [{ size: '2' }]) },
          { name: 'w', op: 'Const', attr: attr('DT_FLOAT', [{ size: '3' }, { size: '1' }]) },
          { name: 'mean', op: 'Mean', input: ['x', 'axes'], attr: { ...float, keep_dims: { b: false }, Tidx: { type: 'DT_INT32' } } },
          { name: 'y', op: 'MatMul', input: ['mean', 'w'], attr: { ...float, transpose_a: { b: false }, transpose_b: { b: false } } },
        ],
        library: {},
        versions: { producer: 1982 },
      } as never,
      weightSpecs: [
        { name: 'axes', shape: [2], dtype: 'int32' },
        { name: 'w', shape: [3, 1], dtype: 'float32' },
      ],
      weightData: new Uint8Array([...new Uint8Array(Int32Array.of(1, 2).buffer), ...new Uint8Array(Float32Array.of(2, 0, 0).buffer)]).buffer,
    }),
  };

  it('leaks no tensor over 200 pictures of many crops, nor on an abort half-way', async () => {
    const model = await openModel(doubled, { id: 'doubled', size: 8, crops: 12, longest: 64, weights: '', check: 0 }, 'wasm');
    const rgb = new Uint8Array(40 * 30 * 3).map((_, i) => (i % 3 === 0 ? 70 : 0));
    expect((await model.classify(rgb, 40, 30)).logit).toBeCloseTo(140, 3);
    const before = memory().numTensors;
    for (let i = 0; i < 200; i++) {
      const stop = new AbortController();
      const answer = model.classify(rgb, 40, 30, stop.signal);
      if (i % 10 === 0) stop.abort();
      await answer.catch(() => undefined);
    }
    expect(memory().numTensors).toBe(before);
    model.dispose();
  });
});
