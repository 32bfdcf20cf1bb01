import { examinePicture } from '../../scoring/examine-picture';
import { referenceOf } from '../../analysers/reference';
import { traceSource, type TraceSource } from '../../evidence/traces';
import { loadBytes } from '../stores';
import { loadClassifier } from '../classifier/load';
import { canvasHost } from './decode';
import { earlierPictures } from './earlier-pictures';
import type { ExamineReply, ExamineRequest } from './api';

/** Inside the worker: one picture at a time; bytes come from IndexedDB, findings go back by message. */
const scope = self as unknown as { onmessage: ((event: MessageEvent<ExamineRequest>) => void) | null; postMessage(reply: ExamineReply): void };
const classifier = loadClassifier().catch((error: unknown) => {
  console.warn('classifier', error);
  return null;
});

/** The merchant's own pictures serve every picture of a case: their traces are kept, the latest few only. */
const kept = new Map<string, Promise<TraceSource>>();
const keptAtMost = 4;

function ownPicture(sha256: string): Promise<TraceSource> {
  const known = kept.get(sha256) ?? loadBytes(sha256).then((bytes) => traceSource(bytes, canvasHost));
  kept.delete(sha256);
  kept.set(sha256, known);
  known.catch(() => kept.delete(sha256));
  if (kept.size > keptAtMost) kept.delete(kept.keys().next().value!);
  return known;
}

async function answer(request: ExamineRequest): Promise<ExamineReply> {
  const bytes = await loadBytes(request.sha256);
  const references = await Promise.all(request.references.map(async ({ id, sha256 }) => referenceOf(id, await ownPicture(sha256))));
  const model = await classifier;
  const earlier = earlierPictures(request);
  const result = await examinePicture(bytes, canvasHost, { appliedAt: request.appliedAt, orderId: request.orderId, references, classifier: model, earlier: earlier.find, earlierLabels: earlier.labels });
  await earlier.remember();
  return { id: request.id, ok: true, findings: result.findings, format: result.format, width: result.width, height: result.height, problem: result.problem, model: model ? `${model.id} (${model.backend})` : null };
}

let queue: Promise<void> = Promise.resolve();
scope.onmessage = (event) => {
  queue = queue.then(async () => {
    const reply = await answer(event.data).catch((error: unknown): ExamineReply => ({ id: event.data.id, ok: false, error: error instanceof Error ? error.message : String(error) }));
    scope.postMessage(reply);
  });
};
