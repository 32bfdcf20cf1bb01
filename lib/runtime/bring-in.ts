import { sha256 } from '../evidence/digest';
import type { HandTaken } from '../case/image';
import { addPictures, openManualCase } from './manual-case';
import { tell } from './protocol';
import { currentCase } from './settings';
import { rememberTab } from './tab-cases';
import { database } from './stores';

export interface Brought {
  name: string;
  bytes: Uint8Array;
  byHand: HandTaken;
}

/** Where the case of a picture from a page is shown. */
export interface Place {
  tabId: number;
  frameId: number;
  pageUrl: string;
}

/** One picture from a page, into the case given or a new one; the tab then shows that case. @returns its id. */
export async function bringIn(picture: Brought, place: Place, into: string | null, notes: { field: string; message: string }[] = []): Promise<string> {
  const brought = { ...picture, sha256: await sha256(picture.bytes) };
  const joined = into === null ? null : await addPictures(into, [brought]);
  const caseId = joined === null ? (await openManualCase([brought], place.pageUrl)).id : into!;
  const file = await (await database()).get('cases', caseId);
  await currentCase.setValue({ caseId });
  await rememberTab(place.tabId, { caseId, frameId: place.frameId, platform: file && file.claim.platform !== 'manual' ? file.claim.platform : null, page: 'image', mismatches: notes });
  tell('pages', 'caseChanged', { caseId });
  return caseId;
}

/** Nothing could be taken: the tab says why, and what works instead. */
export async function sayNotTaken({ tabId, frameId }: Place, message: string): Promise<void> {
  await rememberTab(tabId, { caseId: null, frameId, platform: null, page: 'image', mismatches: [{ field: 'image', message }] });
  tell('pages', 'caseChanged', { caseId: '' });
}
