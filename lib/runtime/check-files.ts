import { sniffFormat } from '../evidence/sniff';
import { sha256 } from '../evidence/digest';
import { caseView, showCase } from './case-view';
import { maxImageBytes } from './fetch-image';
import { addPictures, openManualCase, type BroughtPicture } from './manual-case';
import { send } from './protocol';
import { fileBytes } from './read-file';

export type LeftOut = { name: string; why: 'empty' | 'too-large' | 'not-an-image' | 'unreadable' };

/** Reads files as pictures; what cannot be one is named with the reason, and the others go on. */
export async function readFiles(files: readonly File[]): Promise<{ taken: BroughtPicture[]; leftOut: LeftOut[] }> {
  const taken: BroughtPicture[] = [];
  const leftOut: LeftOut[] = [];
  for (const file of files) {
    const why = file.size === 0 ? 'empty' : file.size > maxImageBytes ? 'too-large' : null;
    const bytes = why ? null : await fileBytes(file);
    if (!bytes || !sniffFormat(bytes)) leftOut.push({ name: file.name, why: why ?? (bytes ? 'not-an-image' : 'unreadable') });
    else taken.push({ name: file.name, bytes, sha256: await sha256(bytes), byHand: 'file' });
  }
  return { taken, leftOut };
}

/** Dropped, pasted or chosen files become one case, or join the one given. Needs no page, no recipe and no permission. */
export async function checkFiles(files: readonly File[], into: string | null = null): Promise<{ added: number; leftOut: LeftOut[] }> {
  const { taken, leftOut } = await readFiles(files);
  if (taken.length === 0) return { added: 0, leftOut };
  const joined = into === null ? null : await addPictures(into, taken);
  const caseId = joined === null ? (await openManualCase(taken, '')).id : into!;
  if (joined === 0) return { added: 0, leftOut };
  if (joined === null) caseView.setState({ tabId: null });
  await showCase(caseId);
  await send('background', 'startCase', { caseId });
  return { added: joined ?? taken.length, leftOut };
}
