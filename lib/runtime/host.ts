import { buildBundle, stopBundle } from './build-bundle';
import { listen } from './protocol';
import { queuedIds } from './triage/queue';
import { resumeTriage, runTriage } from './triage/run-triage';
import { resumeCases, runCase } from './run-case';

let started = false;

/** Runs in the offscreen document (Chromium) or the background page (Firefox): serves the queue of cases. */
export function startHost(): void {
  if (started) return;
  started = true;
  listen('offscreen', {
    runTriage: () => void runTriage(),
    runCase: ({ caseId }) => void runCase(caseId),
    buildBundle: (wish) => void buildBundle(wish),
    stopBundle: ({ caseId }) => stopBundle(caseId),
  });
  // What waits in the queue of a list is the queue's to examine.
  void queuedIds().then(resumeCases).then(() => undefined, (error: unknown) => console.error('resume', error));
  void resumeTriage();
}
