// Asked by lib/runtime/classifier/threads.ts: does a worker start here, and does it see the same memory?
self.onmessage = ({ data }) => {
  Atomics.store(data, 0, 1);
  self.postMessage(true);
};
