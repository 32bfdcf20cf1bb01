import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printPreview, reportFont } from '../../../cli/report-host';
import { buildDocument } from '../../../lib/report/build-document';
import type { ReportDocument } from '../../../lib/report/document';
import { renderPdf } from '../../../lib/report/pdf/render-pdf';
import type { MadeCase } from '../../fixtures/cases-report/build-case';
import { have, run } from '../../fixtures/cases-report/outside-tools';
import { longCase, shortCase } from '../../fixtures/cases-report/two-cases';

const folder = mkdtempSync(join(tmpdir(), 'yantu-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const render = (made: MadeCase, document: ReportDocument = buildDocument(made.input)) =>
  renderPdf(document, { preview: async (id, side) => (made.bytes.has(id) ? printPreview(made.bytes.get(id)!, side) : null) }, { font: reportFont });

/** Share of pixels that are not paper, per page, and distinct colours seen. */
async function ink(file: string): Promise<{ share: number; colours: number }[]> {
  run('pdftoppm', ['-r', '40', '-png', file, file.replace('.pdf', '')]);
  const pages = readdirSync(folder).filter((name) => name.startsWith(file.slice(folder.length + 1).replace('.pdf', '-')) && name.endsWith('.png')).sort();
  return Promise.all(
    pages.map(async (name) => {
      const { data } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const seen = new Set<number>();
      let marked = 0;
      for (let at = 0; at < data.length; at += 3) {
        if (data[at]! < 245 || data[at + 1]! < 245 || data[at + 2]! < 245) marked += 1;
        seen.add(((data[at]! >> 5) << 6) | ((data[at + 1]! >> 5) << 3) | (data[at + 2]! >> 5));
      }
      return { share: marked / (data.length / 3), colours: seen.size };
    }),
  );
}

describe.each([
  ['short', shortCase, 1],
  ['long', longCase, 7],
] as const)('the %s report', (name, make, pictures) => {
  const file = join(folder, `${name}.pdf`);
  let made: MadeCase;
  let bytes: Uint8Array;
  beforeAll(async () => {
    made = await make();
    bytes = await render(made);
    writeFileSync(file, bytes);
  });

  it('says it is tagged PDF/A-2a in Chinese, with fonts embedded', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(raw).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toContain('/Lang (zh-CN)');
    expect(raw).toMatch(/\/MarkInfo/);
    expect(raw).toMatch(/\/OutputIntents/);
    expect(raw).toContain('/FontFile2');
    expect(raw).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFiles)\b/);
  });

  it('is the same bytes for the same input', async () => expect(Buffer.compare(Buffer.from(await render(made)), Buffer.from(bytes))).toBe(0));

  const poppler = have('pdftotext');
  it.skipIf(!poppler)('holds order number, hashes, names and the sentence every page must have, as text', () => {
    const text = run('pdftotext', ['-layout', file, '-']);
    expect(text).toContain('261103-440118827361994');
    for (const image of made.file.images) if (image.sha256) expect(text).toContain(image.sha256);
    expect(text).toContain('䶮㛃𬱖女士');
    const pages = text.split('\f').slice(0, -1);
    for (const page of pages) expect(page).toContain('不构成鉴定意见');
    for (const [index, page] of pages.entries()) expect(page.replaceAll(/\s/g, '')).toContain(`第${index + 1}页/共${pages.length}页`);
    if (name === 'long') expect(text).toMatch(/〈U\+1F642〉 〈U\+202E〉/);
  });

  it.skipIf(!poppler)('draws every page, and the pictures in colour', async () => {
    const pages = await ink(file);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(page.share).toBeGreaterThan(0.004);
    expect(pages[0]!.share).toBeGreaterThan(0.06);
    // Cover, each picture and the comparison hold many colours; pages of text hold few.
    expect(pages.filter((page) => page.colours > 24).length).toBeGreaterThanOrEqual(pictures);
  });

  it.skipIf(!have('qpdf', '--version'))('is sound to qpdf', () => expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found'));

  it.skipIf(!have('qpdf', '--version'))('draws nothing outside of structure and decoration, as PDF/A-2a asks', () => {
    const plain = join(folder, `${name}-plain.pdf`);
    run('qpdf', ['--qdf', '--object-streams=disable', file, plain]);
    let depth = 0;
    let inPage = false;
    let drawn = 0;
    const loose: string[] = [];
    for (const line of readFileSync(plain, 'latin1').split('\n')) {
      // Every page starts by turning its axis; other streams are fonts and pictures.
      if (!inPage && line === '1 0 0 -1 0 841.89 cm') [depth, inPage] = [0, true];
      else if (line === 'endstream') inPage = false;
      else if (!inPage) continue;
      else if (/ (BDC|BMC)$/.test(line)) depth += 1;
      else if (line === 'EMC') depth -= 1;
      else if (line === 'BT' || line.endsWith(' Do') || /^(f|S|B|f\*)$/.test(line)) {
        drawn += 1;
        if (depth <= 0) loose.push(line);
      }
    }
    expect(drawn).toBeGreaterThan(300);
    expect(loose).toEqual([]);
  });

  it.skipIf(!have('mutool', '-v'))('opens in MuPDF with bookmarks that lead to the pages of the contents', () => {
    const outline = run('mutool', ['show', file, 'outline']);
    expect(outline).toContain('逐图检验');
    expect(outline.match(/图 \d/g)).toHaveLength(pictures);
    expect(run('mutool', ['draw', '-q', '-F', 'text', file, '1'])).toContain('证据包');
    expect(run('mutool', ['info', file])).toMatch(/Pages: \d+/);
  });

  it.skipIf(!poppler)('has structure a reader aloud can follow', () => {
    const structure = run('pdfinfo', ['-struct', file]);
    for (const type of ['Document', 'H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'Figure', 'TOC', 'Link', 'P']) expect(structure).toMatch(new RegExp(`(^|\\s)${type}\\b`, 'm'));
  });
});

describe('what does not fit', () => {
  it('shows a place for a picture that cannot be decoded, and hostile text as text', async () => {
    const made = await shortCase();
    const document = buildDocument({ ...made.input, file: { ...made.file, case: { ...made.file.case, claim: { ...made.file.case.claim, reason: '<script>alert(1)</script>\u202e\u0000'.repeat(3), description: 'x'.repeat(30_000), orderId: '"><&]]>\u202e(1)\\' } } } });
    const bytes = await renderPdf(document, { preview: async () => null }, { font: reportFont });
    const file = join(folder, 'hostile.pdf');
    writeFileSync(file, bytes);
    if (have('qpdf', '--version')) expect(run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors found');
    if (have('pdftotext')) {
      const text = run('pdftotext', [file, '-']);
      expect(text).toContain('<script>alert(1)</script>〈U+202E〉');
      expect(text.replaceAll(/[^x]/g, '').length).toBeGreaterThanOrEqual(30_000);
      expect(text).toContain('此图无法在报告中显示');
    }
    // XMP stays well-formed whatever the title holds.
    const xmp = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))![0];
    expect(xmp).not.toMatch(/&(?!amp;|lt;|gt;)/);
    expect(xmp.match(/<dc:title>[\s\S]*?<\/dc:title>/)![0]).not.toContain('"><');
  });

  it('stops when asked', async () => {
    const made = await shortCase();
    const stop = new AbortController();
    const drawing = renderPdf(buildDocument(made.input), { preview: async () => null }, { font: reportFont }, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(drawing).rejects.toThrow(/abort/i);
  });
});
