import type { EndRequest, WorkerReply, WorkerRequest } from './api';
import AnalysisWorker from './worker?worker';

/** Time box per wish: beyond it the worker is killed and started anew. */
const timeBoxMs = 120_000;
const idleMs = 60_000;
/** How long a worker has to end by itself. */
const endMs = 10_000;
/** Wishes one worker is asked before another takes its place: in a long queue its memory, once grown, would never be given back. */
const wishesAtMost = 24;

/** The worker broke or overran its time box; what it was asked may be tried again elsewhere. */
export class WorkerLost extends Error {
  override name = 'WorkerLost';
}

let sequence = 0;

/** One place for a worker: started by the first wish, ended when idle, one wish at a time. */
export class WorkerSlot {
  private worker: Worker | null = null;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private abandon: ((reason: Error) => void) | null = null;
  busy = false;
  private asked = 0;

  get running(): boolean {
    return this.worker !== null;
  }

  /** @param careful keeps a new worker to the plainest backend. @throws WorkerLost, or an Error that the worker reports. */
  ask(wish: Omit<WorkerRequest, 'id'>, careful: boolean): Promise<Extract<WorkerReply, { ok: true }>> {
    clearTimeout(this.idle);
    this.busy = true;
    this.asked += 1;
    const worker = (this.worker ??= new AnalysisWorker({ name: careful ? 'wasm' : '' }));
    const id = ++sequence;
    let box: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const { signal } = stop;
    return new Promise<Extract<WorkerReply, { ok: true }>>((resolve, reject) => {
      this.abandon = reject;
      const lose = (message: string) => {
        reject(new WorkerLost(message));
        this.stop();
      };
      box = setTimeout(() => lose('examination took longer than the time box'), timeBoxMs);
      worker.addEventListener('error', (event) => lose(event.message || 'worker error'), { signal });
      worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => (data.id !== id ? undefined : data.ok ? resolve(data) : reject(new Error(data.error))), { signal });
      worker.postMessage({ ...wish, id });
    }).finally(() => {
      stop.abort();
      clearTimeout(box);
      this.busy = false;
      this.abandon = null;
      if (this.asked >= wishesAtMost) this.retire();
      else this.idle = setTimeout(() => this.retire(), idleMs);
    });
  }

  /** Lets a worker that has nothing to do end by itself. One that is simply killed leaves threads of its own behind, each holding all of its memory. */
  private retire(): void {
    const { worker } = this;
    this.worker = null;
    this.asked = 0;
    worker?.postMessage({ kind: 'end' } satisfies EndRequest);
    setTimeout(() => worker?.terminate(), endMs);
  }

  /** Ends the worker and gives back its memory; what it was at is given up, the next wish starts another. */
  stop(): void {
    clearTimeout(this.idle);
    this.abandon?.(new Error('the worker was stopped'));
    this.worker?.terminate();
    this.worker = null;
    this.asked = 0;
  }
}
