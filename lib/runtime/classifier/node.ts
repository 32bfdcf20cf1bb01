import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { io } from '@tensorflow/tfjs-core';
import type { Classifier } from '../../analysers/analyser';
import { readCard } from './card';
import { shippedModel } from './load';
import { openOnFirst } from './open';

const modelsFolder = fileURLToPath(new URL('../../../public/models/', import.meta.url));

/** Reads a graph model's two files. */
export function fromDisk(folder: string): io.IOHandler {
  return {
    async load() {
      const { modelTopology, weightsManifest, signature, format } = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8'));
      const data = await readFile(path.join(folder, 'weights.bin'));
      return {
        modelTopology,
        signature,
        format,
        weightSpecs: weightsManifest.flatMap((group: { weights: io.WeightsManifestEntry[] }) => group.weights),
        weightData: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer,
      };
    },
  };
}

/** Folder of the wasm binaries inside their package, ending in `/`. */
export const wasmFolder = (): string => `${path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'))}/`;

/** The same classifier for command line, evaluation and tests. Never imported by the extension. */
export async function loadClassifierFromDisk(folder: string = path.join(modelsFolder, shippedModel)): Promise<Classifier> {
  const card = readCard(JSON.parse(await readFile(path.join(folder, 'card.json'), 'utf8')));
  return openOnFirst(['wasm'], wasmFolder(), card, () => fromDisk(folder));
}
