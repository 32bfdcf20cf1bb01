import type { ShownFrame, ViewReply, ViewRequest } from './api';
import ViewWorker from './views-worker?worker';

/** Makes one view in a worker of its own, which ends with it. Aborting ends it at once. */
export function makeView(request: ViewRequest, signal: AbortSignal): Promise<ShownFrame[]> {
  const worker = new ViewWorker();
  return new Promise<ShownFrame[]>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason instanceof Error ? signal.reason : new Error('aborted')), { once: true });
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'worker error')), { once: true });
    worker.addEventListener('message', (event: MessageEvent<ViewReply>) => ('frames' in event.data ? resolve(event.data.frames) : reject(new Error(event.data.error))), { once: true });
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}
