import { referenceOf } from '../../analysers/reference';
import type { Classifier } from '../../analysers/analyser';
import { traceSource, type TraceSource } from '../../evidence/traces';
import { examinePicture } from '../../scoring/examine-picture';
import { endBackend } from '../classifier/backend';
import { loadClassifier } from '../classifier/load';
import { PictureTooSmall } from '../classifier/model';
import { shopScores } from '../shop-calibration';
import { loadBytes } from '../stores';
import type { About, EndRequest, Examined, ExamineRequest, Scored, WorkerAnswer, WorkerReply, WorkerRequest } from './api';
import { canvasHost } from './decode';
import { earlierPictures } from './earlier-pictures';

/** Inside the worker: one picture at a time; bytes come from IndexedDB, findings go back by message. */
const scope = self as unknown as { onmessage: ((event: MessageEvent<WorkerRequest | EndRequest>) => void) | null; postMessage(reply: WorkerReply): void; close(): void };
const classifier: Promise<Classifier | null> = loadClassifier().catch((error: unknown) => {
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

async function examine(request: ExamineRequest): Promise<Examined> {
  const bytes = await loadBytes(request.sha256);
  const references = await Promise.all(request.references.map(async ({ id, sha256 }) => referenceOf(id, await ownPicture(sha256))));
  const model = await classifier;
  const earlier = earlierPictures(request);
  const result = await examinePicture(bytes, canvasHost, { screenshot: request.screenshot, appliedAt: request.appliedAt, orderId: request.orderId, references, classifier: model, shop: await shopScores(), earlier: earlier.find, earlierLabels: earlier.labels });
  return { kind: 'examine', findings: result.findings, format: result.format, width: result.width, height: result.height, problem: result.problem, model: model ? `${model.id} (${model.backend})` : null };
}

async function score(bytes: Uint8Array): Promise<Scored> {
  const model = await classifier;
  if (!model) return { kind: 'score', score: { unscored: 'no-classifier' } };
  try {
    const { rgb, width, height } = await traceSource(bytes, canvasHost).get('pixels');
    return { kind: 'score', score: { model: model.id, logit: (await model.classify(rgb, width, height)).logit } };
  } catch (error) {
    return { kind: 'score', score: { unscored: error instanceof PictureTooSmall ? 'too-small' : 'no-picture' } };
  }
}

async function about(): Promise<About> {
  const model = await classifier;
  return { kind: 'about', classifier: model && { model: model.id, backend: model.backend } };
}

function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.kind === 'examine') return examine(request);
  return request.kind === 'score' ? score(request.bytes) : about();
}

/** Chromium gives a thread that waits two seconds before it ends it by force, and only as long as the worker that started it lives. */
const threadsEndMs = 4_000;

async function end(): Promise<void> {
  if ((await classifier) !== null) endBackend();
  setTimeout(() => scope.close(), threadsEndMs);
}

let queue: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  if (data.kind === 'end') return void (queue = queue.then(end, end));
  queue = queue.then(async () => {
    const reply = await answer(data).then(
      (given): WorkerReply => ({ id: data.id, ok: true, ...given }),
      (error: unknown): WorkerReply => ({ id: data.id, ok: false, error: error instanceof Error ? error.message : String(error) }),
    );
    scope.postMessage(reply);
  });
};
