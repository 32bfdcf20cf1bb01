import type { Case } from '../case/case';
import { knownOrderId } from '../case/claim';
import type { Finding } from '../case/finding';
import type { ClaimImage } from '../case/image';
import { heldByPage, heldDigest } from '../case/held-picture';
import { storageFull } from '../case/storage-full';
import { sniffFormat } from '../evidence/sniff';
import { sha256 } from '../evidence/digest';
import { imageHostAllowed } from '../platforms/original-address';
import { assessCase } from '../scoring/assess-case';
import { fuse } from '../scoring/fuse';
import { examineInWorker, sideBySide } from './analysis/host';
import { toolVersion } from './version';
import { collectImage, type Collected } from './fetch-image';
import { tell } from './protocol';
import { database, settled } from './stores';

const running = new Map<string, Promise<void>>();

async function update(caseId: string, change: Partial<Case>): Promise<Case | null> {
  const transaction = settled((await database()).transaction('cases', 'readwrite'));
  const file = await transaction.store.get(caseId);
  if (!file) return null;
  const changed = { ...file, ...change, updatedAt: new Date().toISOString() };
  await transaction.store.put(changed);
  await transaction.done;
  tell('pages', 'caseChanged', { caseId });
  tell('background', 'caseChanged', { caseId });
  return changed;
}

/** What only the page holds was handed over by the content script before the claim; what is named by its content may also be there from another case. */
async function fromPage({ displayed }: ClaimImage): Promise<Uint8Array | null> {
  const db = await database();
  const digest = heldDigest(displayed);
  return ((await db.get('blobs', displayed)) ?? (digest === null ? undefined : await db.get('bytes', digest)))?.bytes ?? null;
}

async function collectHeld(image: ClaimImage): Promise<Collected> {
  const bytes = await fromPage(image);
  return { bytes, source: image.displayed, rendition: 'unknown', attempts: [], problem: bytes ? null : 'blob-gone' };
}

async function collect(image: ClaimImage, candidates: string[], platform: Case['claim']['platform']): Promise<ClaimImage> {
  const db = await database();
  const fetchedAt = new Date().toISOString();
  // Addresses of hosts no recipe of ours names are never asked: their bytes came through the page, or not at all.
  const asked = candidates.filter((address) => !heldByPage(address));
  const held = heldByPage(image.displayed);
  const throughPage = held ? asked.length === 0 : !(candidates.some((address) => imageHostAllowed(platform, address)) || candidates.length === 0) && (await db.getKey('blobs', image.displayed)) !== undefined;
  let result = throughPage ? await collectHeld(image) : await collectImage(image.displayed, asked, { allowed: (address) => imageHostAllowed(platform, address), looksLikeImage: (bytes) => sniffFormat(bytes) !== null });
  // The larger one a page names could not be had: what the page itself shows is better than nothing.
  if (!result.bytes && held && !throughPage) result = { ...(await collectHeld(image)), attempts: result.attempts };
  if (!result.bytes) {
    const refused: ClaimImage = { ...image, fetchedAt, attempts: result.attempts, problem: result.problem };
    await db.put('images', refused);
    return refused;
  }
  const digest = await sha256(result.bytes);
  const format = sniffFormat(result.bytes);
  const taken: ClaimImage = { ...image, source: result.source, rendition: result.rendition, attempts: result.attempts, fetchedAt, sha256: digest, byteLength: result.bytes.length, format, problem: format ? null : 'not-an-image' };
  const transaction = settled(db.transaction(['images', 'bytes'], 'readwrite'));
  await transaction.objectStore('bytes').put({ sha256: digest, bytes: result.bytes, storedAt: fetchedAt });
  await transaction.objectStore('images').put(taken);
  await transaction.done;
  return taken;
}

/** Content numbers that the AI labels of a picture carry, to be found again in later claims. */
const contentNumbers = (findings: Finding[]): string[] => findings.filter((finding) => finding.analyser === 'ai-label').flatMap((finding) => finding.facts.filter((fact) => fact.key === 'produceId').map((fact) => String(fact.value)));

/** Examines one stored picture and keeps the result; a failure is kept as a result too, never lost. */
async function examineImage(image: ClaimImage, file: Case, references: ClaimImage[]): Promise<string | null> {
  const db = await database();
  const started = performance.now();
  const reply = await examineInWorker({
    sha256: image.sha256!,
    imageId: image.id,
    caseId: file.id,
    orderId: knownOrderId(file.claim),
    appliedAt: file.claim.appliedAt,
    screenshot: image.byHand === 'screenshot',
    references: references.map((own) => ({ id: own.id, sha256: own.sha256! })),
  }).catch((error: unknown) => {
    console.error('picture', image.id, error);
    return null;
  });
  const transaction = settled(db.transaction(['images', 'examinations', 'labelNumbers'], 'readwrite'));
  if (!reply) {
    await transaction.objectStore('images').put({ ...image, problem: 'undecodable' });
    await transaction.done;
    return null;
  }
  await transaction.objectStore('images').put({ ...image, format: reply.format, width: reply.width, height: reply.height, problem: (reply.problem ?? null) as ClaimImage['problem'] });
  await transaction.objectStore('examinations').put({ imageId: image.id, caseId: file.id, findings: reply.findings, assessment: fuse(reply.findings), examinedAt: new Date().toISOString(), milliseconds: Math.round(performance.now() - started) });
  for (const number of contentNumbers(reply.findings)) await transaction.objectStore('labelNumbers').put({ id: `${image.id}|${number}`, number, imageId: image.id, caseId: file.id });
  await transaction.done;
  return reply.model;
}

/** Takes the pictures of a case that are not taken yet: signed addresses expire, so this comes before any examination. */
export async function collectCase(caseId: string): Promise<void> {
  const db = await database();
  const file = await db.get('cases', caseId);
  if (!file) return;
  const images = await db.getAllFromIndex('images', 'caseId', caseId);
  const pages = new Map([...file.claim.evidence, ...file.claim.listing].map((page) => [page.displayed, page.candidates]));
  const missing = images.filter((image) => image.sha256 === null && image.problem === null);
  await Promise.all(missing.map((image) => collect(image, pages.get(image.displayed) ?? [image.displayed], file.claim.platform)));
}

async function run(caseId: string, overtaken: () => boolean): Promise<void> {
  const db = await database();
  const file = await db.get('cases', caseId);
  if (!file) return;
  const images = await db.getAllFromIndex('images', 'caseId', caseId);
  await update(caseId, { status: 'collecting', progress: { done: 0, total: images.filter((image) => image.role === 'evidence').length } });
  await collectCase(caseId);
  const stored = await db.getAllFromIndex('images', 'caseId', caseId);
  const references = stored.filter((image) => image.role !== 'evidence' && image.sha256 && image.format);
  const evidence = stored.filter((image) => image.role === 'evidence').sort((a, b) => a.ordinal - b.ordinal);
  let done = 0;
  let model = file.tool?.model ?? null;
  await update(caseId, { status: 'examining', progress: { done, total: evidence.length } });
  const left = evidence.values();
  const lane = async () => {
    for (const image of left) {
      const known = await db.get('examinations', image.id);
      if (!known && image.sha256) model = (await examineImage(image, file, references)) ?? model;
      done += 1;
      await update(caseId, { status: 'examining', progress: { done, total: evidence.length } });
    }
  };
  await Promise.all(Array.from({ length: sideBySide }, lane));
  // Pictures that came meanwhile have a run waiting: a score over some of them must not be shown as the case's.
  if (overtaken()) return;
  const assessment = assessCase(await db.getAllFromIndex('images', 'caseId', caseId), await db.getAllFromIndex('examinations', 'caseId', caseId));
  await update(caseId, { status: 'done', error: null, assessment, tool: { version: toolVersion(), model } });
}

/** load → collect → examine → weigh → save: the one place that calls the steps in order. One run per case at a time. */
export function runCase(caseId: string): Promise<void> {
  const current = running.get(caseId) ?? Promise.resolve();
  const next: Promise<void> = current.then(() => run(caseId, () => running.get(caseId) !== next)).catch(async (error: unknown) => {
    console.error('case', caseId, error);
    const reason = storageFull(error) ? 'QuotaExceeded' : error instanceof Error ? error.message : String(error);
    // Without room even this may not be kept: then the case goes on at the next start.
    await update(caseId, { status: 'interrupted', error: reason }).catch((again: unknown) => console.error('case', caseId, again));
  });
  running.set(caseId, next);
  void next.then(() => running.get(caseId) === next && running.delete(caseId));
  // Whoever waits wants the case as it is in the end, so also for a run that was asked for meanwhile.
  return next.then(() => running.get(caseId));
}

/** Cases left unfinished by a closed browser or a killed host go on where they stopped. */
export async function resumeCases(except: ReadonlySet<string> = new Set()): Promise<void> {
  const db = await database();
  for (const status of ['reading', 'collecting', 'examining', 'interrupted'] as const) {
    // One after another: a long queue must not be fetched all at once.
    for (const id of await db.getAllKeysFromIndex('cases', 'status', status)) if (!except.has(id)) await runCase(id);
  }
}
