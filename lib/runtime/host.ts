import { buildBundle, stopBundle } from './build-bundle';
import { listen } from './protocol';
import { resumeCases, runCase } from './run-case';

let started = false;

/** Runs in the offscreen document (Chromium) or the background page (Firefox): serves the queue of cases. */
export function startHost(): void {
  if (started) return;
  started = true;
  listen('offscreen', {
    runCase: ({ caseId }) => void runCase(caseId),
    buildBundle: (wish) => void buildBundle(wish),
    stopBundle: ({ caseId }) => stopBundle(caseId),
  });
  void resumeCases();
}
