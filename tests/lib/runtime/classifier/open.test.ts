import { readFile } from 'node:fs/promises';
import { memory } from '@tensorflow/tfjs-core';
import { expect, test } from 'vitest';
import { kindsNamed, openOnFirst } from '../../../../lib/runtime/classifier/open';
import { fromDisk, wasmFolder } from '../../../../lib/runtime/classifier/node';
import { readCard } from '../../../../lib/runtime/classifier/card';
import { backendKinds } from '../../../../lib/runtime/classifier/backend';

const models = `${process.cwd()}/public/models/pixels`;
const card = async () => readCard(JSON.parse(await readFile(`${models}/card.json`, 'utf8')));

test('kinds that do not start here are passed over, down to plain wasm', async () => {
  const classifier = await openOnFirst(backendKinds, wasmFolder(), await card(), () => fromDisk(models));
  expect(classifier.backend).toBe('wasm-simd');
  classifier.dispose();
});

test('a backend that computes something else than the training framework may not speak, and leaves nothing behind', async () => {
  const right = await card();
  const open = (check: number) => openOnFirst(['wasm'], wasmFolder(), { ...right, check }, () => fromDisk(models));
  const first = await open(right.check);
  const tensors = memory().numTensors;
  first.dispose();
  await expect(open(right.check + 0.02)).rejects.toThrow('is right');
  const second = await open(right.check);
  expect(memory().numTensors).toBe(tensors);
  second.dispose();
});

test('a worker’s name picks kinds for measuring; any other name leaves all', () => {
  expect(kindsNamed('wasm')).toEqual(['wasm']);
  expect(kindsNamed('wasm-threads wasm')).toEqual(['wasm-threads', 'wasm']);
  expect(kindsNamed('')).toEqual(backendKinds);
  expect(kindsNamed('worker')).toEqual(backendKinds);
});
