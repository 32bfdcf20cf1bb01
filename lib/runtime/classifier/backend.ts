import * as tf from '@tensorflow/tfjs-core';
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { realWebGl, realWebGpu } from './real-gpu';
import { threadsStart } from './threads';
import { within } from './within';

/** Ways to run a graph, the most promising first. `wasm` works everywhere and is the last resort. */
export const backendKinds = ['webgpu', 'webgl', 'wasm-threads', 'wasm'] as const;
export type BackendKind = (typeof backendKinds)[number];

/** More threads than this bring little to crops this small, and other pages want cores too. */
const mostThreads = 4;
const threadBoxMs = 5_000;

export class BackendUnavailable extends Error {
  override name = 'BackendUnavailable';
}

async function start(name: string, boxMs?: number): Promise<void> {
  const started = tf.setBackend(name);
  if (!(await (boxMs ? within(started, boxMs) : started))) throw new BackendUnavailable(`${name} did not start`);
  await tf.ready();
}

async function startWasm(folder: string, threads: number): Promise<string> {
  // The threaded binary starts workers; where it can't, setBackend never settles. So it is asked for by name only.
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads > 1);
  if (threads > 1) setThreadsCount(threads);
  setWasmPaths(folder);
  await start('wasm', threads > 1 ? threadBoxMs : undefined);
  const simd = tf.env().getBool('WASM_HAS_SIMD_SUPPORT') ? 'wasm-simd' : 'wasm';
  return threads > 1 ? `${simd}-${threads}-threads` : simd;
}

/**
 * Starts one kind of TF.js backend in this page, worker or process.
 * @param folder address or path, ending in `/`, of the folder that holds the wasm files.
 * @returns its name as options and bundle show it. @throws when it can't be had here; another kind may be tried then.
 */
export async function startBackend(kind: BackendKind, folder: string): Promise<string> {
  if (kind === 'webgpu') {
    if (!(await realWebGpu())) throw new BackendUnavailable('no GPU answers by WebGPU');
    await import('@tensorflow/tfjs-backend-webgpu');
    await start('webgpu');
    return 'webgpu';
  }
  if (kind === 'webgl') {
    if (!realWebGl()) throw new BackendUnavailable('no GPU answers by WebGL');
    await import('@tensorflow/tfjs-backend-webgl');
    await start('webgl');
    // Half floats would move the logits; phones and old drivers offer nothing else.
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_ENABLED')) throw new BackendUnavailable('WebGL has no 32-bit floats here');
    return 'webgl';
  }
  if (kind === 'wasm-threads') {
    const threads = Math.min(mostThreads, globalThis.navigator?.hardwareConcurrency ?? 1);
    if (threads < 2 || !(await threadsStart(`${folder}threads-probe.js`))) throw new BackendUnavailable('threads do not start here');
    return startWasm(folder, threads);
  }
  return startWasm(folder, 1);
}

/** Gives back what the backend in use holds: its memory, and the threads it started. Nothing can be computed after it. */
export function endBackend(): void {
  const name = tf.getBackend();
  if (name) tf.removeBackend(name);
}

/** Forgets a backend that started but is of no use, so that the next kind starts clean. */
export function dropBackend(kind: BackendKind): void {
  const name = kind === 'wasm-threads' ? 'wasm' : kind;
  const factory = tf.findBackendFactory(name);
  if (!factory) return;
  tf.removeBackend(name);
  // What was removed can be started again, without threads for instance.
  tf.registerBackend(name, factory);
}
