import { ensureHost, NoHost } from './analysis-host';
import { chromium } from './browser';
import { interfaceLanguage, interfaceText } from './interface-text';
import { send, tell } from './protocol';
import { database } from './stores';

/** In Firefox there is no offscreen document: the background page is the host. */
export const wakeHost = (): Promise<void> => ensureHost(async () => (await import('./host')).startHost());

/** Has a case examined where a worker may run. Where this browser has no such place, that is said in the case, which keeps what was taken. */
export async function startRun(caseId: string): Promise<void> {
  try {
    await wakeHost();
  } catch (error) {
    if (!(error instanceof NoHost)) throw error;
    const db = await database();
    const file = await db.get('cases', caseId);
    if (file) await db.put('cases', { ...file, status: 'interrupted', error: interfaceText(interfaceLanguage())('noHost') });
    tell('background', 'caseChanged', { caseId });
    tell('pages', 'caseChanged', { caseId });
    return;
  }
  if (chromium.offscreen) await send('offscreen', 'runCase', { caseId });
  else await (await import('./run-case')).runCase(caseId);
}
