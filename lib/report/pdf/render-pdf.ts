import type { OutlineItem } from 'pdfkit/js/pdfkit.standalone.js';
import type { Block, ReportDocument, Section } from '../document';
import { drawBars } from './blocks/bars';
import { drawFigure, drawPair } from './blocks/figure';
import { drawFinding } from './blocks/finding';
import { drawRows, drawTable } from './blocks/table';
import { drawCallout, drawHeading, drawLetter, drawList, drawParagraph, drawQuote } from './blocks/text';
import { fillContents, reserveContents } from './contents';
import { drawCover, type PageMark } from './cover';
import { colour, innerWidth, page } from './look';
import { Pictures, type ReportAssets } from './pictures';
import { Sheet } from './sheet';

export interface PdfHost {
  /** Noto Sans SC Regular, TrueType outlines (.ttf, not .woff2), whole. */
  font(): Promise<Uint8Array>;
}

export interface RenderOptions {
  signal?: AbortSignal;
  /** Sections drawn so far, of all. */
  onProgress?: (done: number, total: number) => void;
}

/** Height that must follow a heading on its page. */
const follows: Partial<Record<Block['type'], number>> = { finding: 95, figure: 230, pair: 260, table: 66, rows: 50, bars: 80, quote: 70 };

async function drawBlock(sheet: Sheet, block: Block, next: Block | undefined, pictures: Pictures): Promise<void> {
  switch (block.type) {
    case 'heading':
      return drawHeading(sheet, block, (next && follows[next.type]) ?? 40);
    case 'paragraph':
      return drawParagraph(sheet, block);
    case 'callout':
      return drawCallout(sheet, block);
    case 'list':
      return drawList(sheet, block);
    case 'rows':
      return drawRows(sheet, block.rows);
    case 'table':
      return drawTable(sheet, block.columns, block.rows, block.size);
    case 'figure':
      return drawFigure(sheet, pictures, block.picture, block.size);
    case 'pair':
      return drawPair(sheet, pictures, block.left, block.right);
    case 'finding':
      return drawFinding(sheet, block.finding);
    case 'bars':
      return drawBars(sheet, block.caption, block.from, block.to, block.bars);
    case 'letter':
      return drawLetter(sheet, block);
    case 'quote':
      return drawQuote(sheet, block);
  }
}

function drawTitle(sheet: Sheet, section: Section, parent: OutlineItem): OutlineItem {
  const chapter = section.level === 1;
  if (section.newPage) sheet.addPage();
  else {
    if (sheet.y > page.top) sheet.y += 12;
    sheet.ensure(110);
  }
  const item = sheet.bookmark(section.title, parent, chapter && section.id === 'images');
  sheet.doc.addNamedDestination(section.id, 'XYZ', 0, Math.max(0, sheet.y - 12), null);
  sheet.paragraph(section.title, { size: chapter ? 16 : 13, bold: true, color: colour.accent }, page.margin, innerWidth, chapter ? 'H1' : 'H2');
  if (chapter) sheet.rule(sheet.y + 2, page.margin, innerWidth, colour.accent, 1);
  sheet.y += 10;
  return item;
}

/** Head and foot of every page but the cover; the cover has only its number. */
function drawFurniture(sheet: Sheet, document: ReportDocument): void {
  const head = sheet.lines(document.runningHead, innerWidth, 8)[0] ?? '';
  for (let index = 0; index < sheet.pages; index += 1) {
    sheet.back(index, 0);
    const number = `第 ${index + 1} 页 / 共 ${sheet.pages} 页`;
    sheet.decoration(() => {
      if (index > 0) {
        sheet.glyphs(head, page.margin, 30, { size: 8, color: colour.soft });
        sheet.doc.moveTo(page.margin, 46).lineTo(page.width - page.margin, 46).lineWidth(0.5).stroke(colour.line);
        sheet.glyphs(document.cover.disclaimer, page.margin, page.height - 40, { size: 8, color: colour.soft });
      }
      sheet.glyphs(number, page.width - page.margin - sheet.widthOf(number, 8), page.height - 40, { size: 8, color: colour.soft });
    }, 'Pagination');
  }
}

function drawMarks(sheet: Sheet, marks: PageMark[], starts: Map<string, number>): void {
  for (const mark of marks) {
    sheet.back(mark.page, 0);
    const text = `见第 ${(starts.get(mark.sectionId) ?? 0) + 1} 页`;
    sheet.decoration(() => sheet.glyphs(text, mark.x - sheet.widthOf(text, 8.5), mark.y + 1, { size: 8.5, color: colour.soft }));
  }
}

/** Many pictures are printed smaller, so that the report stays a file one can send. */
const sideFor = (pictures: number) => (pictures <= 12 ? 1600 : pictures <= 60 ? 1100 : 720);

/**
 * Draws the document as tagged PDF (ISO 32000-1, laid out after PDF/A-2a, ISO 19005-2), with bookmarks, contents and page numbers.
 * Runs in Node and in an extension page or worker alike; no eval, no network.
 */
export async function renderPdf(document: ReportDocument, assets: ReportAssets, host: PdfHost, options: RenderOptions = {}): Promise<Uint8Array> {
  const sheet = new Sheet(await host.font(), { title: document.title, author: document.author, createdAt: new Date(document.generatedAt) });
  const figures = new Set(document.sections.flatMap((section) => section.blocks.flatMap((block) => (block.type === 'figure' ? [block.picture.imageId] : []))));
  const pictures = new Pictures(sheet, assets, sideFor(figures.size), options.signal);
  const marks = await drawCover(sheet, document.cover, pictures);
  sheet.doc.outline.addItem('封面', { left: page.width, top: 0 });
  const contents = reserveContents(sheet, document);
  const starts = new Map<string, number>();
  let chapter = sheet.doc.outline;
  for (const [index, section] of document.sections.entries()) {
    options.signal?.throwIfAborted();
    const item = drawTitle(sheet, section, section.level === 1 ? sheet.doc.outline : chapter);
    if (section.level === 1) chapter = item;
    starts.set(section.id, sheet.current);
    for (const [at, block] of section.blocks.entries()) await drawBlock(sheet, block, section.blocks[at + 1], pictures);
    options.onProgress?.(index + 1, document.sections.length);
  }
  fillContents(sheet, document, contents, starts);
  drawMarks(sheet, marks, starts);
  drawFurniture(sheet, document);
  return sheet.finish();
}
