import { examinePicture } from '../../scoring/examine-picture';
import { referenceOf } from '../../analysers/reference';
import { traceSource } from '../../evidence/traces';
import { loadBytes } from '../stores';
import { loadClassifier } from '../classifier/load';
import { canvasHost } from './decode';
import type { ExamineReply, ExamineRequest } from './api';

/** Inside the worker: one picture at a time; bytes come from IndexedDB, findings go back by message. */
const scope = self as unknown as { onmessage: ((event: MessageEvent<ExamineRequest>) => void) | null; postMessage(reply: ExamineReply): void };
const classifier = loadClassifier().catch((error: unknown) => {
  console.warn('classifier', error);
  return null;
});

async function answer(request: ExamineRequest): Promise<ExamineReply> {
  const bytes = await loadBytes(request.sha256);
  const references = await Promise.all(request.references.map(async ({ id, sha256 }) => referenceOf(id, traceSource(await loadBytes(sha256), canvasHost))));
  const model = await classifier;
  const result = await examinePicture(bytes, canvasHost, { appliedAt: request.appliedAt, references, classifier: model });
  return { id: request.id, ok: true, findings: result.findings, format: result.format, width: result.width, height: result.height, problem: result.problem, model: model ? `${model.id} (${model.backend})` : null };
}

let queue: Promise<void> = Promise.resolve();
scope.onmessage = (event) => {
  queue = queue.then(async () => {
    const reply = await answer(event.data).catch((error: unknown): ExamineReply => ({ id: event.data.id, ok: false, error: error instanceof Error ? error.message : String(error) }));
    scope.postMessage(reply);
  });
};
