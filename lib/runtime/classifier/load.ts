import { io } from '@tensorflow/tfjs-core';
import type { Classifier } from '../../analysers/analyser';
import { startBackend } from './backend';
import { readCard } from './card';
import { openModel } from './model';

/** The one model the extension ships; its folder under public/models. */
export const shippedModel = 'pixels';

/** Loads the packaged model in an extension page or worker: everything comes from the extension's own origin. */
export async function loadClassifier(origin: string = self.location.origin): Promise<Classifier> {
  const at = (path: string) => new URL(path, origin).href;
  const folder = `/models/${shippedModel}`;
  const answer = await fetch(at(`${folder}/card.json`));
  if (!answer.ok) throw new Error(`the model card did not load (${answer.status})`);
  const card = readCard(await answer.json());
  const backend = await startBackend(at('/wasm/'));
  return openModel(io.http(at(`${folder}/model.json`)), card, backend);
}
