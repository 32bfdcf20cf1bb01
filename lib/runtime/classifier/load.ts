import { io } from '@tensorflow/tfjs-core';
import type { Classifier } from '../../analysers/analyser';
import { readCard } from './card';
import { kindsNamed, openOnFirst } from './open';

/** The one model the extension ships; its folder under public/models. */
export const shippedModel = 'pixels';

/** Loads the packaged model in an extension page or worker: everything comes from the extension's own origin. */
export async function loadClassifier(origin: string = self.location.origin): Promise<Classifier> {
  const at = (path: string) => new URL(path, origin).href;
  const folder = `/models/${shippedModel}`;
  const answer = await fetch(at(`${folder}/card.json`));
  if (!answer.ok) throw new Error(`the model card did not load (${answer.status})`);
  const card = readCard(await answer.json());
  return openOnFirst(kindsNamed(self.name), at('/wasm/'), card, () => io.http(at(`${folder}/model.json`)));
}
