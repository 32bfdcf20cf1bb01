const boxMs = 1_500;

/**
 * Whether a worker started from here shares memory with us: asked of a tiny worker, because the threaded wasm binary
 * hangs for ever where it doesn't (Chromium offers SharedArrayBuffer to pages whose policy then blocks the workers).
 * @param script address of public/wasm/threads-probe.js.
 */
export function threadsStart(script: string): Promise<boolean> {
  if (typeof SharedArrayBuffer === 'undefined' || typeof Worker === 'undefined') return Promise.resolve(false);
  return new Promise((resolve) => {
    let worker: Worker | null = null;
    const end = (shared: boolean) => {
      clearTimeout(timer);
      worker?.terminate();
      resolve(shared);
    };
    const timer = setTimeout(() => end(false), boxMs);
    try {
      const flag = new Int32Array(new SharedArrayBuffer(4));
      worker = new Worker(script);
      worker.onerror = () => end(false);
      worker.onmessage = () => end(Atomics.load(flag, 0) === 1);
      worker.postMessage(flag);
    } catch {
      end(false);
    }
  });
}
