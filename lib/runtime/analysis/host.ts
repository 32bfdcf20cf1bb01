import type { About, Examined, ExamineRequest, Scored, WorkerAnswer, WorkerReply, WorkerRequest } from './api';
import AnalysisWorker from './worker?worker';

/** Time box per picture: beyond it the worker is killed and started anew, and the picture reads as failed. */
const timeBoxMs = 120_000;
const idleMs = 60_000;

let worker: Worker | null = null;
/** After a worker had to be killed the wish is tried once more on the plainest backend, and later ones keep to it. */
let careful = false;
let sequence = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Ends the worker and gives back its memory; the next call starts another. */
export function stopWorker(): void {
  clearTimeout(idle);
  worker?.terminate();
  worker = null;
}

type Wish = ExamineRequest | { kind: 'score'; bytes: Uint8Array } | { kind: 'about' };

/** Owner of this page's one analysis worker. Calls are served one after another by the worker itself. */
function ask<A extends WorkerAnswer>(wish: Omit<Wish, 'id'> & { kind: A['kind'] }): Promise<A> {
  clearTimeout(idle);
  const current = (worker ??= new AnalysisWorker({ name: careful ? 'wasm' : '' }));
  const id = ++sequence;
  return new Promise<A>((resolve, reject) => {
    const finish = () => {
      clearTimeout(box);
      current.removeEventListener('message', onMessage);
      current.removeEventListener('error', onError);
      idle = setTimeout(stopWorker, idleMs);
    };
    const fail = (message: string) => {
      finish();
      stopWorker();
      if (careful) return reject(new Error(message));
      careful = true;
      ask<A>(wish).then(resolve, reject);
    };
    const onMessage = (event: MessageEvent<WorkerReply>) => {
      if (event.data.id !== id) return;
      finish();
      if (event.data.ok) resolve(event.data as unknown as A);
      else reject(new Error(event.data.error));
    };
    const onError = (event: ErrorEvent) => fail(event.message || 'worker error');
    const box = setTimeout(() => fail('examination took longer than the time box'), timeBoxMs);
    current.addEventListener('message', onMessage);
    current.addEventListener('error', onError);
    current.postMessage({ ...wish, id } as WorkerRequest);
  });
}

export const examineInWorker = (request: Omit<ExamineRequest, 'id' | 'kind'>): Promise<Examined> => ask<Examined>({ ...request, kind: 'examine' });
/** Scores one picture of the merchant's; the worker keeps nothing of it. */
export const scoreInWorker = async (bytes: Uint8Array): Promise<Scored['score']> => (await ask<Scored>({ kind: 'score', bytes } as never)).score;
/** Which model and backend answer on this device; null where none starts. */
export const aboutClassifier = async (): Promise<About['classifier']> => (await ask<About>({ kind: 'about' })).classifier;
