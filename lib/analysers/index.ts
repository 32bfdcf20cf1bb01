import type { Analyser } from './analyser';

/** Every analyser, in the order the interface shows them. Registering here is all it takes to run. */
export const analysers: readonly Analyser[] = [];
