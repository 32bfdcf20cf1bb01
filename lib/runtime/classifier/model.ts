import * as tf from '@tensorflow/tfjs-core';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import type { Classifier, ClassifierResult } from '../../analysers/analyser';
import type { Pixels } from '../../evidence/traces';
import type { ModelCard } from './card';
import { texturedCrops } from './crops';
import { reduced, withinSide } from './resample';

/** Crops per run of the graph: bounds the memory, and lets the time box and an abort be honoured in between. */
const batchSize = 4;
/** Fewer crops than this say too little to stop early. */
const fewest = 4;

/** The picture is smaller than one crop: there is nothing the model was trained to score. */
export class PictureTooSmall extends Error {
  override name = 'PictureTooSmall';
}

/**
 * Wraps a graph model as a `Classifier`. The picture's logit is the mean over the more
 * textured half of its crops: flat places only dilute it (measured: training/MODEL_CARD.md).
 * @param timeBoxMs after this long the crops scored so far decide (never fewer than four).
 */
export async function openModel(handler: tf.io.IOHandler, card: ModelCard, backend: string, timeBoxMs = 20_000): Promise<Classifier> {
  const graph = await loadGraphModel(handler);
  const run = async (crops: readonly Uint8Array[]): Promise<number[]> => {
    const values = new Float32Array(crops.length * card.size * card.size * 3);
    crops.forEach((one, i) => values.set(one, i * one.length));
    const logits = tf.tidy(() => {
      const x = tf.tensor4d(values, [crops.length, card.size, card.size, 3]);
      return tf.reshape(graph.execute({ x }) as tf.Tensor, [-1]);
    });
    try {
      return [...(await logits.data())];
    } finally {
      logits.dispose();
    }
  };
  await run([new Uint8Array(card.size * card.size * 3).fill(128)]);

  let open = true;
  return {
    id: card.id,
    backend,
    smallest: card.size,
    async classify(rgb, width, height, signal): Promise<ClassifierResult> {
      if (!open) throw new Error('the classifier was disposed');
      const given: Pixels = { rgb, width, height };
      const size = withinSide(given, card.longest);
      const picture = size.width === width && size.height === height ? given : reduced(given, size.width, size.height);
      const places = texturedCrops(picture, card.size, card.crops);
      if (places.length === 0) throw new PictureTooSmall(`smaller than ${card.size}×${card.size}`);
      const scale = width / picture.width;
      const until = performance.now() + timeBoxMs;
      const tiles: ClassifierResult['tiles'] = [];
      while (tiles.length < places.length) {
        signal?.throwIfAborted();
        if (tiles.length >= fewest && performance.now() > until) break;
        const batch = places.slice(tiles.length, tiles.length + batchSize);
        const logits = await run(batch.map((one) => one.rgb));
        batch.forEach(({ x, y }, i) => tiles.push({ x: Math.round(x * scale), y: Math.round(y * scale), size: Math.round(card.size * scale), logit: logits[i]! }));
      }
      return { logit: tiles.reduce((sum, tile) => sum + tile.logit, 0) / tiles.length, tiles };
    },
    dispose() {
      if (open) graph.dispose();
      open = false;
    },
  };
}
