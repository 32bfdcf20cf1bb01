import { sha256 } from '../evidence/digest';
import { caseView, showCase } from './case-view';
import { maxImageBytes } from './fetch-image';
import { openManualCase } from './open-case';
import { send } from './protocol';

/** Dropped, pasted or chosen files become a case of their own; works with no page and no recipe. */
export async function checkFiles(files: File[]): Promise<void> {
  const taken = await Promise.all(
    files
      .filter((file) => file.size <= maxImageBytes)
      .map(async (file) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { name: file.name, bytes, sha256: await sha256(bytes) };
      }),
  );
  if (taken.length === 0) return;
  const opened = await openManualCase(taken, '');
  caseView.setState({ tabId: null });
  await showCase(opened.id);
  await send('background', 'startCase', { caseId: opened.id });
}
