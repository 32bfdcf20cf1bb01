import type { CaseFile } from '../case/case';
import { metadataTable } from '../evidence/metadata-table';
import type { MetadataRow } from '../report/input';
import { bundleAttachments } from './attachments';
import { browser } from './browser';
import { ownSigner } from './device-key';
import { citationsIn, draftForCase } from './draft-for-case';
import { fromBase64, toBase64 } from './base64';
import { printPreview } from './print-preview';
import { send, tell, type Request } from './protocol';
import { loadBytes, loadCaseFile } from './stores';
import { toolVersion } from './version';

const running = new Map<string, AbortController>();

/** Collects the ZIP as blobs, which the browser may keep on disk, instead of one long array in memory. */
function blobSink() {
  const flushAt = 8 << 20;
  const parts: Blob[] = [];
  let pending: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  return {
    write(chunk: Uint8Array) {
      pending.push(chunk.slice());
      size += chunk.length;
      if (size < flushAt) return;
      parts.push(new Blob(pending));
      pending = [];
      size = 0;
    },
    blob: () => new Blob([...parts, ...pending], { type: 'application/zip' }),
  };
}

async function save(blob: Blob, filename: string): Promise<void> {
  const url = URL.createObjectURL(blob);
  await send('background', 'saveFile', { url, filename });
  setTimeout(() => URL.revokeObjectURL(url), 120_000);
}

/** Metadata tables of all pictures; a file whose metadata cannot be read has none. */
async function metadataOf(file: CaseFile): Promise<Record<string, MetadataRow[]>> {
  const tables: Record<string, MetadataRow[]> = {};
  for (const image of file.images) {
    if (!image.sha256) continue;
    const rows = metadataTable(await loadBytes(image.sha256));
    tables[image.id] = rows.map((row) => ({ label: `${row.group} · ${row.tag}`, value: row.value }));
  }
  return tables;
}

/** A host page cannot open tabs: the background asks the authority (see timestamp-authority.ts). */
async function timestampFrom(address: string, manifest: Uint8Array): Promise<Uint8Array> {
  const { requestTimestamp } = await import('../report/trust/timestamp');
  return requestTimestamp(manifest, crypto.getRandomValues(new Uint8Array(8)), async (query) => {
    const { answer, problem } = await send('background', 'askTimestamp', { address, query: toBase64(query) });
    if (answer === null) throw new Error(problem ?? '');
    return fromBase64(answer);
  });
}

/** Makes PDF and ZIP of a stored case and saves both; progress and failure are told to whoever looks. */
export async function buildBundle({ caseId, text, unmask, choice, settings: own }: Request<'buildBundle'>): Promise<void> {
  running.get(caseId)?.abort();
  const stop = new AbortController();
  running.set(caseId, stop);
  const report = (stage: string, fraction: number, error: string | null = null, done = false, warning: string | null = null) => tell('pages', 'exportProgressed', { caseId, stage, fraction, error, done, warning });
  try {
    const file = await loadCaseFile(caseId);
    if (!file) throw new Error('案卷不存在或已删除');
    const { exportBundle } = await import('../report/export-bundle');
    const { draft } = draftForCase(file, choice, own);
    const outlined = new Set(file.examinations.filter((one) => one.findings.some((finding) => finding.regions?.length)).map((one) => one.imageId));
    const sink = blobSink();
    const { pdf, fileName, bundle } = await exportBundle(
      file,
      (image) => loadBytes(image.sha256!),
      text ? { text, citations: citationsIn(draft, text) } : null,
      {
        shop: own.shopName ? { name: own.shopName, contact: own.contact } : null,
        generatedAt: new Date().toISOString(),
        tool: file.case.tool ?? { version: toolVersion(), model: null },
        metadata: await metadataOf(file),
        attachments: await bundleAttachments(caseId),
        unmask,
      },
      {
        font: async () => new Uint8Array(await (await fetch(browser.runtime.getURL('/fonts/NotoSansSC_400Regular.ttf' as never))).arrayBuffer()),
        preview: (bytes, maxSide, image) => printPreview(bytes, maxSide, image, outlined.has(image.id)),
        signer: await ownSigner(),
        timestamp: own.timestampUrl ? (manifest) => timestampFrom(own.timestampUrl, manifest) : null,
      },
      { sink, signal: stop.signal, onProgress: ({ stage, done, total }) => report(stage, (stage === 'pdf' ? 0 : 0.7) + (stage === 'pdf' ? 0.7 : 0.3) * (total > 0 ? done / total : 0)) },
    );
    await save(new Blob([pdf as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }), `${fileName}.pdf`);
    await save(sink.blob(), `${fileName}.zip`);
    report('saved', 1, null, true, bundle?.warnings.join(' ') || null);
  } catch (error) {
    report('failed', 0, stop.signal.aborted ? '已取消' : error instanceof Error ? error.message : String(error));
  } finally {
    if (running.get(caseId) === stop) running.delete(caseId);
  }
}

export function stopBundle(caseId: string): void {
  running.get(caseId)?.abort();
}
