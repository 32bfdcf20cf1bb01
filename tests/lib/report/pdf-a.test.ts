import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printPreview, reportFont } from '../../../cli/report-host';
import { buildDocument } from '../../../lib/report/build-document';
import { renderPdf } from '../../../lib/report/pdf/render-pdf';
import { have, run } from '../../fixtures/cases-report/outside-tools';
import { brokenRules } from '../../fixtures/cases-report/pdf-a-rules';
import { longCase, shortCase } from '../../fixtures/cases-report/two-cases';

const folder = mkdtempSync(join(tmpdir(), 'yantu-pdfa-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const qpdf = have('qpdf', '--version');
const bothReaders = have('pdftoppm') && have('mutool', '-v');

/** Grey of every cell of a page, in a grid of fixed size, whatever reader drew it. */
const cells = async (file: string) => (await sharp(join(folder, file)).greyscale().resize(60, 85, { fit: 'fill', kernel: 'linear' }).raw().toBuffer()) as Uint8Array;

function correlation(one: Uint8Array, other: Uint8Array): number {
  const mean = (values: Uint8Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [a, b] = [mean(one), mean(other)];
  let [both, left, right] = [0, 0, 0];
  for (let at = 0; at < one.length; at += 1) {
    const [x, y] = [one[at]! - a, other[at]! - b];
    both += x * y;
    left += x * x;
    right += y * y;
  }
  return both / Math.sqrt(left * right);
}

describe.each([['short', shortCase], ['long', longCase]] as const)('the %s report as an archive file', (name, make) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const made = await make();
    bytes = await renderPdf(buildDocument(made.input), { preview: async (id, side) => (made.bytes.has(id) ? printPreview(made.bytes.get(id)!, side) : null) }, { font: reportFont });
    writeFileSync(join(folder, `${name}.pdf`), bytes);
  });

  it.skipIf(!qpdf)('breaks none of the rules of ISO 19005-2 that its objects can be asked about', () => expect(brokenRules(bytes, folder)).toEqual([]));

  it.skipIf(!qpdf || name !== 'short')('and the rules notice when they are broken', () => {
    const raw = Buffer.from(bytes).toString('latin1');
    const changed = (from: string | RegExp, to: string) => {
      expect(raw).toMatch(from);
      return brokenRules(new Uint8Array(Buffer.from(raw.replace(from, to), 'latin1')), folder).join();
    };
    expect(changed('<pdfaid:part>2<', '<pdfaid:part>3<')).toContain('6.6.4');
    expect(changed('/GTS_PDFA1', '/GTS_PDFX1')).toContain('6.2.3');
    expect(changed('/ToUnicode', '/ToUnicodX')).toContain('6.2.11.7.2');
    expect(changed('/FontFile2', '/FontFileX')).toContain('6.2.11.4.1');
    expect(changed('/F 4', '/F 2')).toContain('6.3.2');
    expect(changed('/Marked true', '/Marxed true')).toContain('6.7.2');
    expect(changed(/<xmp:CreateDate>20/, '<xmp:CreateDate>19')).toContain('6.6.3');
    expect(changed(/\/Alt \(/g, '/Alx (')).toContain('6.7.7');
  });

  it.skipIf(!bothReaders)('looks the same in poppler and in MuPDF, page by page', async () => {
    const file = join(folder, `${name}.pdf`);
    run('pdftoppm', ['-r', '50', '-gray', '-png', file, join(folder, `${name}-poppler`)]);
    run('mutool', ['draw', '-q', '-r', '50', '-c', 'gray', '-o', join(folder, `${name}-mupdf-%d.png`), file]);
    const drawn = (reader: string) => readdirSync(folder).filter((one) => one.startsWith(`${name}-${reader}-`)).sort((a, b) => Number(/(\d+)\.png$/.exec(a)![1]) - Number(/(\d+)\.png$/.exec(b)![1]));
    const [one, other] = [drawn('poppler'), drawn('mupdf')];
    expect(one.length).toBeGreaterThan(5);
    expect(other.length).toBe(one.length);
    for (const [index, page] of one.entries()) expect(correlation(await cells(page), await cells(other[index]!)), page).toBeGreaterThan(0.95);
  });
});

it.skipIf(!bothReaders)('rare characters of names are drawn, each its own glyph', async () => {
  const made = await shortCase();
  const ink = async (word: string) => {
    const document = buildDocument(made.input);
    const bytes = await renderPdf({ ...document, cover: { ...document.cover, title: word, rows: [], reasons: [], thumbnails: [] } }, { preview: async () => null }, { font: reportFont });
    writeFileSync(join(folder, 'name.pdf'), bytes);
    run('pdftoppm', ['-r', '72', '-gray', '-png', '-f', '1', '-l', '1', join(folder, 'name.pdf'), join(folder, 'name')]);
    const [page] = readdirSync(folder).filter((one) => /^name-\d+\.png$/.test(one));
    return (await sharp(join(folder, page!)).greyscale().raw().toBuffer()) as Uint8Array;
  };
  const seen: Uint8Array[] = [];
  for (const word of ['䶮', '㛃', '𬱖']) seen.push(await ink(word));
  const differing = (one: Uint8Array, other: Uint8Array) => one.reduce((sum, value, at) => sum + (Math.abs(value - other[at]!) > 60 ? 1 : 0), 0);
  for (const [index, one] of seen.entries()) for (const other of seen.slice(index + 1)) expect(differing(one, other)).toBeGreaterThan(20);
});
