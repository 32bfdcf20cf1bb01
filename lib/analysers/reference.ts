import type { TraceSource } from '../evidence/traces';
import type { ExamineContext } from './analyser';

/** One of the merchant's own pictures, as analysers get it: traces on demand, each derived once. */
export function referenceOf(id: string, source: TraceSource): NonNullable<ExamineContext['references']>[number] {
  return { id, traces: async (keys) => Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await source.get(key)]))) };
}
