import { createHash } from 'node:crypto';
import sharp from 'sharp';
import type { ClaimImage } from '../../lib/case/image';
import { exportBundle } from '../../lib/report/export-bundle';
import { pieces, writeBundle } from '../../lib/report/bundle';
import { verifyBundle } from '../../lib/report/verify';
import { printPreview, reportFont } from '../report-host';
import type { CaseFile } from '../../lib/case/case';
import type { Measurement } from '../bench';

const mega = 2 ** 20;
const at = '2026-11-20T10:00:00+08:00';

/** Drawn noise over a gradient, so that JPEG has something to do. */
const picture = async (seed: number) =>
  new Uint8Array(await sharp({ create: { width: 1200, height: 1000, channels: 3, background: { r: (seed * 37) % 256, g: 120, b: 90 }, noise: { type: 'gaussian', mean: 128, sigma: 12 } } }).jpeg({ quality: 85 }).toBuffer());

function caseOf(pictures: Uint8Array[]): CaseFile {
  const images = pictures.map((bytes, index): ClaimImage => ({
    id: `evidence-${index + 1}`, caseId: 'bench', role: 'evidence', ordinal: index + 1, displayed: `https://image.example/${index}.jpg`, source: `https://image.example/${index}.jpg`, rendition: 'original', fetchedAt: at,
    attempts: [{ address: `https://image.example/${index}.jpg`, at, status: 200, error: null }], sha256: createHash('sha256').update(bytes).digest('hex'), byteLength: bytes.length, format: 'jpeg', width: 1200, height: 1000, problem: null,
  }));
  const assessment = { log10LR: 0, score: 0, band: 'none' as const, contributions: [] };
  return {
    case: {
      id: 'bench', status: 'done', createdAt: at, updatedAt: at, progress: { done: images.length, total: images.length }, assessment: { ...assessment, imageId: 'evidence-1', examined: images.length, refused: 0 }, tool: null,
      claim: { platform: 'manual', pageUrl: 'https://example.invalid/', readAt: at, recipe: null, orderId: 'BENCH-1', afterSaleId: null, refundType: 'refund-only', amount: null, reason: null, description: null, status: null, appliedAt: at, respondBy: null, evidence: [], listing: [] },
    },
    images,
    examinations: images.map((image) => ({ imageId: image.id, caseId: 'bench', findings: [], assessment, examinedAt: at, milliseconds: 1 })),
  };
}

async function exportOf(count: number): Promise<Measurement[]> {
  const pictures = await Promise.all(Array.from({ length: count }, (_, index) => picture(index)));
  const file = caseOf(pictures);
  const started = performance.now();
  const chunks: Uint8Array[] = [];
  let pdfDone = 0;
  const result = await exportBundle(file, async (image) => pictures[image.ordinal - 1]!, null, { shop: null, generatedAt: at, tool: { version: '0', model: null } }, { font: reportFont, preview: printPreview }, {
    sink: { write: (chunk) => void chunks.push(chunk) },
    onProgress: ({ stage, done, total }) => {
      if (stage === 'pdf' && done === total) pdfDone = performance.now();
    },
  });
  const name = `${count} picture${count > 1 ? 's' : ''} of 1.2 MP`;
  return [
    { name: `report PDF, ${name}`, value: pdfDone - started, unit: 'ms' },
    { name: `report PDF size, ${name}`, value: result.pdf.length / 1024, unit: 'KiB' },
    { name: `whole export, ${name}`, value: performance.now() - started, unit: 'ms' },
    { name: `ZIP size, ${name}`, value: result.bundle!.byteLength / 1024, unit: 'KiB' },
  ];
}

/** 300 pictures and a 1 GiB video into a sink that only counts; how much memory grows meanwhile. */
async function streaming(): Promise<Measurement[]> {
  const bytes = await picture(1);
  const pictures = Array.from({ length: 300 }, (_, index) => ({ name: `originals/${String(index + 1).padStart(3, '0')}-00000000.jpg`, byteLength: bytes.length, compress: false, open: () => pieces(bytes) }));
  const video = {
    name: 'attachments/01-packing-video.mp4', byteLength: 1024 * mega, compress: false,
    async *open() {
      for (let index = 0; index < 1024; index += 1) {
        yield new Uint8Array(mega).fill(index & 255);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
  const before = process.memoryUsage();
  let peak = 0;
  const started = performance.now();
  await writeBundle([...pictures, video], {
    write() {
      const now = process.memoryUsage();
      peak = Math.max(peak, now.heapUsed + now.arrayBuffers - before.heapUsed - before.arrayBuffers);
    },
  });
  const seconds = (performance.now() - started) / 1000;
  return [
    { name: 'stream 300 pictures and a 1 GiB video into a ZIP', value: seconds, unit: 's' },
    { name: 'highest memory above the start meanwhile', value: peak / mega, unit: 'MiB' },
  ];
}

async function verifying(): Promise<Measurement[]> {
  const bytes = new Uint8Array(100 * mega).fill(5);
  const chunks: Uint8Array[] = [];
  await writeBundle([{ name: 'attachments/01-packing-video.mp4', byteLength: bytes.length, compress: false, open: () => pieces(bytes) }], { write: (chunk) => void chunks.push(chunk.slice()) });
  const zip = new Uint8Array(Buffer.concat(chunks));
  const started = performance.now();
  const { ok } = await verifyBundle(zip);
  if (!ok) throw new Error('bundle does not verify');
  return [{ name: 'verify a bundle of 100 MiB', value: performance.now() - started, unit: 'ms' }];
}

export async function benchBundle(): Promise<Measurement[]> {
  return [...(await exportOf(1)), ...(await exportOf(9)), ...(await streaming()), ...(await verifying())];
}
