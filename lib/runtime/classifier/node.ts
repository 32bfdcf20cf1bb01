import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { io } from '@tensorflow/tfjs-core';
import type { Classifier } from '../../analysers/analyser';
import { startBackend } from './backend';
import { readCard } from './card';
import { shippedModel } from './load';
import { openModel } from './model';

const modelsFolder = fileURLToPath(new URL('../../../public/models/', import.meta.url));

function fromDisk(folder: string): io.IOHandler {
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

/** The same classifier for command line, evaluation and tests. Never imported by the extension. */
export async function loadClassifierFromDisk(folder: string = path.join(modelsFolder, shippedModel)): Promise<Classifier> {
  const card = readCard(JSON.parse(await readFile(path.join(folder, 'card.json'), 'utf8')));
  const wasm = path.dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm'));
  return openModel(fromDisk(folder), card, await startBackend(`${wasm}/`));
}
