import { caseView } from './case-view';
import { openSide } from './open-side';
import { panelTarget, type PanelTab } from './settings';

/** Opens the side panel on a case; to be called in the click itself. */
export async function openPanelFor(caseId?: string, imageId?: string, tab?: PanelTab): Promise<void> {
  const opened = openSide(caseView.getState().tabId, caseId ? `?case=${encodeURIComponent(caseId)}` : '');
  await panelTarget.setValue({ caseId: caseId ?? null, imageId: imageId ?? null, tab: tab ?? null, at: Date.now() });
  await opened;
}
