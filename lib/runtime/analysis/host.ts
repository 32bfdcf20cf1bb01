import type { ExamineReply, ExamineRequest } from './api';
import AnalysisWorker from './worker?worker';

/** Time box per picture: beyond it the worker is killed and started anew, and the picture reads as failed. */
const timeBoxMs = 120_000;
const idleMs = 60_000;

let worker: Worker | null = null;
let sequence = 0;
let idle: ReturnType<typeof setTimeout> | undefined;

function stop(): void {
  worker?.terminate();
  worker = null;
}

/** Owner of the one analysis worker. Calls are served one after another by the worker itself. */
export function examineInWorker(request: Omit<ExamineRequest, 'id'>): Promise<Extract<ExamineReply, { ok: true }>> {
  clearTimeout(idle);
  const current = (worker ??= new AnalysisWorker());
  const id = ++sequence;
  return new Promise<Extract<ExamineReply, { ok: true }>>((resolve, reject) => {
    const finish = () => {
      clearTimeout(box);
      current.removeEventListener('message', onMessage);
      current.removeEventListener('error', onError);
      idle = setTimeout(stop, idleMs);
    };
    const fail = (message: string) => {
      finish();
      stop();
      reject(new Error(message));
    };
    const onMessage = (event: MessageEvent<ExamineReply>) => {
      if (event.data.id !== id) return;
      finish();
      if (event.data.ok) resolve(event.data);
      else reject(new Error(event.data.error));
    };
    const onError = (event: ErrorEvent) => fail(event.message || 'worker error');
    const box = setTimeout(() => fail('examination took longer than the time box'), timeBoxMs);
    current.addEventListener('message', onMessage);
    current.addEventListener('error', onError);
    current.postMessage({ ...request, id } satisfies ExamineRequest);
  });
}
