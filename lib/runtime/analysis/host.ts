import type { About, Examined, ExamineRequest, Scored, WorkerAnswer, WorkerRequest } from './api';
import { WorkerLost, WorkerSlot } from './worker-slot';

/**
 * Pictures examined side by side. A decoded 12 MP picture takes some 150 MB while it is examined, so two at most, and
 * one where there is a single core or little memory.
 */
export const sideBySide = (navigator.hardwareConcurrency ?? 1) >= 2 && ((navigator as { deviceMemory?: number }).deviceMemory ?? 8) >= 4 ? 2 : 1;

const slots = Array.from({ length: sideBySide }, () => new WorkerSlot());
const waiting: (() => void)[] = [];
/** After a worker had to be killed the wish is tried once more on the plainest backend, and later ones keep to it. */
let careful = false;

/** Ends the workers and gives back their memory; the next call starts another. */
export function stopWorker(): void {
  for (const slot of slots) slot.stop();
}

/** A free place, a started one first; wishes beyond the places wait their turn. */
async function freeSlot(): Promise<WorkerSlot> {
  for (;;) {
    const free = slots.filter((slot) => !slot.busy);
    const slot = free.find((one) => one.running) ?? free[0];
    if (slot) return slot;
    await new Promise<void>((resolve) => waiting.push(resolve));
  }
}

/** Owner of this page's analysis workers. */
async function ask<A extends WorkerAnswer>(wish: Omit<WorkerRequest, 'id'> & { kind: A['kind'] }): Promise<A> {
  const slot = await freeSlot();
  try {
    return (await slot.ask(wish, careful)) as unknown as A;
  } catch (error) {
    if (!(error instanceof WorkerLost) || careful) throw error;
    careful = true;
  } finally {
    waiting.shift()?.();
  }
  return ask<A>(wish);
}

export const examineInWorker = (request: Omit<ExamineRequest, 'id' | 'kind'>): Promise<Examined> => ask<Examined>({ ...request, kind: 'examine' } as Omit<ExamineRequest, 'id'>);
/** Scores one picture of the merchant's; the worker keeps nothing of it. */
export const scoreInWorker = async (bytes: Uint8Array): Promise<Scored['score']> => (await ask<Scored>({ kind: 'score', bytes } as never)).score;
/** Which model and backend answer on this device; null where none starts. */
export const aboutClassifier = async (): Promise<About['classifier']> => (await ask<About>({ kind: 'about' })).classifier;
