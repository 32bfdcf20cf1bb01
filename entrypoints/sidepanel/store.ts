import { createStore } from 'zustand/vanilla';
import type { Translate } from '@/components/ui/text-context';
import type { Case } from '@/lib/case/case';
import { metadataTable, type MetadataRow } from '@/lib/evidence/metadata-table';
import { caseView, showCase } from '@/lib/runtime/case-view';
import { exportLibrary, importLibrary } from '@/lib/runtime/case-library';
import { casesChanged, knownCases, readAllCases } from '@/lib/runtime/known-cases';
import { removePicture } from '@/lib/runtime/manual-case';
import { send } from '@/lib/runtime/protocol';
import { panelTarget, settings, type PanelTab } from '@/lib/runtime/settings';
import { notKept } from '@/components/ui/not-kept';
import { deleteCase, loadBytes } from '@/lib/runtime/stores';

export type DeskTab = PanelTab;

interface DeskState {
  tab: DeskTab;
  imageId: string | null;
  /** Object URLs of pictures by SHA-256, made once. */
  urls: Record<string, string>;
  metadata: Record<string, MetadataRow[]>;
  cases: Case[];
  /** How the last export or import of the library ended. */
  note: string | null;
  room: { used: number; allowed: number; days: number } | null;
}

/** What is open and selected in the panel; nothing of it is kept. */
export const desk = createStore<DeskState>(() => ({ tab: 'images', imageId: null, urls: {}, metadata: {}, cases: [], note: null, room: null }));

const loading = new Set<string>();

async function loadPicture(sha256: string, format: string | null): Promise<void> {
  if (loading.has(sha256)) return;
  loading.add(sha256);
  const bytes = await loadBytes(sha256);
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: format ? `image/${format}` : '' }));
  const rows = await Promise.resolve(metadataTable(bytes)).catch(() => []);
  desk.setState((state) => ({ urls: { ...state.urls, [sha256]: url }, metadata: { ...state.metadata, [sha256]: rows } }));
}

let measuring: ReturnType<typeof setTimeout> | undefined;
/** How much room the cases take: asked for once a burst of changes is over. */
function measureSoon(): void {
  clearTimeout(measuring);
  measuring = setTimeout(() => void measureRoom(), 1000);
}

async function measureRoom(): Promise<void> {
  const [estimate, { retentionDays }] = await Promise.all([navigator.storage?.estimate(), settings.getValue()]);
  if (estimate) desk.setState({ room: { used: estimate.usage ?? 0, allowed: estimate.quota ?? 0, days: retentionDays } });
}

export async function removeCase(id: string): Promise<void> {
  await deleteCase(id);
  if (caseView.getState().caseId === id) await showCase(null);
  await readAllCases();
}

/** Takes a picture brought in by hand out of its case; the case is weighed again. */
export async function takeOut(imageId: string, caseId: string): Promise<void> {
  if (!(await removePicture(imageId))) return;
  desk.setState({ imageId: null });
  await showCase(caseId);
  await send('background', 'startCase', { caseId });
}

/** Saves every case as one file. */
export async function saveLibrary(t: Translate): Promise<void> {
  try {
    const url = URL.createObjectURL(await exportLibrary());
    await send('background', 'saveFile', { url, filename: `yantu-library-${new Date().toISOString().slice(0, 10)}.zip` });
    desk.setState({ note: t('saved') });
    setTimeout(() => URL.revokeObjectURL(url), 120_000);
  } catch (error) {
    desk.setState({ note: t('libraryFailed', error instanceof Error ? error.message : String(error)) });
  }
}

export async function loadLibrary(file: File, t: Translate): Promise<void> {
  try {
    const { added, updated, unchanged } = await importLibrary(file);
    desk.setState({ note: t('imported', added, updated, unchanged) });
    await readAllCases();
  } catch (error) {
    desk.setState({ note: notKept(error, t) });
  }
}

export function startDesk(): void {
  caseView.subscribe(({ file }, before) => {
    if (file === before.file) return;
    for (const image of file?.images ?? []) if (image.sha256) void loadPicture(image.sha256, image.format).catch(() => loading.delete(image.sha256!));
    if (file) casesChanged([file.case.id]);
  });
  knownCases.subscribe(({ cases }) => {
    desk.setState({ cases: [...cases.values()] });
    measureSoon();
  });
  const follow = async (target: Awaited<ReturnType<typeof panelTarget.getValue>>) => {
    if (!target || Date.now() - target.at > 10_000) return;
    if (target.caseId) await showCase(target.caseId, true);
    if (target.imageId) desk.setState({ tab: 'images', imageId: target.imageId });
    else if (target.tab) desk.setState({ tab: target.tab });
  };
  void panelTarget.getValue().then(follow);
  panelTarget.watch((target) => void follow(target));
  measureSoon();
}
