import * as tf from '@tensorflow/tfjs-core';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';

let ready: Promise<string> | null = null;

async function start(wasmFolder: string): Promise<string> {
  // Extension pages expose SharedArrayBuffer, but their CSP blocks the blob: workers of the threaded binary and
  // setBackend would then never settle (docs: tfjs-backend-wasm, "Using WASM with threads").
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  setWasmPaths(wasmFolder);
  if (!(await tf.setBackend('wasm'))) throw new Error('the WebAssembly backend did not start');
  await tf.ready();
  return tf.env().getBool('WASM_HAS_SIMD_SUPPORT') ? 'wasm-simd' : 'wasm';
}

/**
 * Starts the one TF.js backend of this page, worker or process.
 * @param wasmFolder address or path, ending in `/`, of the folder that holds the backend's .wasm files.
 * @returns its name as options and bundle show it.
 */
export function startBackend(wasmFolder: string): Promise<string> {
  ready ??= start(wasmFolder).catch((error: unknown) => {
    ready = null;
    throw error;
  });
  return ready;
}
