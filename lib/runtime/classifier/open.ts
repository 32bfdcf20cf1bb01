import type { io } from '@tensorflow/tfjs-core';
import type { Classifier } from '../../analysers/analyser';
import { backendKinds, dropBackend, startBackend, type BackendKind } from './backend';
import type { ModelCard } from './card';
import { checkCrops } from './check-crop';
import { openModel } from './model';
import { within } from './within';

/** A backend that needs longer than this to start, compile and answer once is slower than wasm for the few pictures of a claim. */
const graphicsBoxMs = 6_000;
/** How far a backend's answer may lie from the training framework's on the first check crop. */
const tolerance = 0.01;

async function attempt(kind: BackendKind, folder: string, card: ModelCard, weights: () => io.IOHandler): Promise<Classifier> {
  const name = await startBackend(kind, folder);
  const classifier = await openModel(weights(), card, name);
  const { logit } = await classifier.classify(checkCrops(1, card.size)[0]!, card.size, card.size);
  if (Math.abs(logit - card.check) <= tolerance) return classifier;
  classifier.dispose();
  throw new Error(`${name} computes ${logit} where ${card.check} is right`);
}

/**
 * Opens the model on the first kind of backend that starts in time and computes rightly; one that doesn't is dropped and
 * the next is tried.
 * @param weights makes a fresh handler for each attempt. @throws the last kind's error when none serves.
 */
export async function openOnFirst(kinds: readonly BackendKind[], folder: string, card: ModelCard, weights: () => io.IOHandler): Promise<Classifier> {
  let problem: unknown = new Error('no kind of backend was allowed');
  for (const kind of kinds) {
    try {
      const opened = attempt(kind, folder, card, weights);
      return await (kind === 'webgpu' || kind === 'webgl' ? within(opened, graphicsBoxMs) : opened);
    } catch (error) {
      problem = error;
      dropBackend(kind);
    }
  }
  throw problem;
}

/** The kinds named in a worker's name, for measuring; all of them otherwise. */
export function kindsNamed(name: string): readonly BackendKind[] {
  const named = name.split(' ').filter((word): word is BackendKind => (backendKinds as readonly string[]).includes(word));
  return named.length > 0 ? named : backendKinds;
}
