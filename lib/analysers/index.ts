import type { Analyser } from './analyser';
import { contentCredentials } from './provenance/content-credentials';
import { signedLabel } from './provenance/signed-label';

/** Every analyser, in the order the interface shows them. Registering here is all it takes to run. */
export const analysers: readonly Analyser[] = [
  signedLabel,
  contentCredentials,
];
