import PDFDocument, { type EmbeddedFont, type OutlineItem, type StructElement } from 'pdfkit/js/pdfkit.standalone.js';
import { breakLines } from './line-break';
import { colour, innerWidth, lineHeight, page } from './look';
import { visibleText } from './visible-text';

export interface TextStyle {
  size?: number;
  bold?: boolean;
  color?: string;
}

export interface SheetInfo {
  title: string;
  author: string;
  createdAt: Date;
}

/** XMP is written by the library without escaping, so markup characters may not come in through the title. */
const plain = (text: string) => text.replace(/[<>&\p{C}]/gu, '');

/** Advances come from the character map alone, so that what was measured is what is drawn; shaping adds nothing to Chinese. */
function simpleShaping(font: EmbeddedFont): void {
  font.layoutRun = (text) => {
    const glyphs = [...text].map((char) => font.font.glyphForCodePoint(char.codePointAt(0)!));
    const positions = glyphs.map((glyph) => {
      const advance = glyph.advanceWidth * font.scale;
      return { xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance };
    });
    return { glyphs, positions, advanceWidth: positions.reduce((sum, one) => sum + one.xAdvance, 0) };
  };
}

/** Pages of tagged text (ISO 32000-1 §14.8): a cursor, a stack of structure elements, and one font. Units are points. */
export class Sheet {
  readonly doc: PDFDocument;
  readonly done: Promise<Uint8Array>;
  /** Top of the next block. */
  y = page.top;
  pages = 0;
  /** Index of the page being drawn on. */
  current = -1;
  private readonly face: EmbeddedFont;
  private readonly advances = new Map<string, number>();
  private readonly elements: StructElement[] = [];

  constructor(font: Uint8Array, info: SheetInfo) {
    this.doc = new PDFDocument({
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      subset: 'PDF/A-2a',
      tagged: true,
      displayTitle: true,
      lang: 'zh-CN',
      font: null,
      info: { Title: plain(info.title), Author: plain(info.author), Creator: 'Yantu', Producer: 'Yantu PDFKit 0.19', CreationDate: info.createdAt },
    });
    const chunks: Uint8Array[] = [];
    this.done = new Promise((resolve, reject) => {
      this.doc.on('data', (chunk) => chunks.push(chunk));
      this.doc.on('error', reject);
      this.doc.on('end', () => resolve(joined(chunks)));
    });
    this.doc.registerFont('sans', font).font('sans');
    this.face = this.doc._font;
    simpleShaping(this.face);
    const root = this.doc.struct('Document', { title: plain(info.title) });
    this.doc.addStructure(root);
    this.elements.push(root);
  }

  /** Makes every character of the text one the font draws. */
  visible(text: string): string {
    return visibleText(text, (codePoint) => this.face.font.hasGlyphForCodePoint(codePoint));
  }

  private advance(char: string): number {
    let value = this.advances.get(char);
    if (value === undefined) {
      value = (this.face.font.glyphForCodePoint(char.codePointAt(0)!).advanceWidth * this.face.scale) / 1000;
      this.advances.set(char, value);
    }
    return value;
  }

  widthOf(text: string, size: number): number {
    let width = 0;
    for (const char of text) width += this.advance(char);
    return width * size;
  }

  lines(text: string, width: number, size: number): string[] {
    return breakLines(this.visible(text), width / size, (char) => this.advance(char));
  }

  addPage(): void {
    this.doc.addPage({ size: [page.width, page.height], margin: 0 });
    this.current = this.pages;
    this.pages += 1;
    this.y = page.top;
  }

  /** Starts a page unless `height` more points fit on this one. */
  ensure(height: number): void {
    if (this.y + height > page.height - page.bottom) this.addPage();
  }

  get room(): number {
    return page.height - page.bottom - this.y;
  }

  /** Everything drawn by `draw` becomes a child of one structure element. */
  tag<T>(type: string, draw: () => T, options: Parameters<PDFDocument['struct']>[1] = {}): T {
    const element = this.open(type, options);
    const result = draw();
    this.close(element);
    return result;
  }

  /** An element that stays open, to be filled later with `within`. */
  open(type: string, options: Parameters<PDFDocument['struct']>[1] = {}): StructElement {
    const element = this.doc.struct(type, options);
    this.elements.at(-1)!.add(element);
    this.elements.push(element);
    return element;
  }

  close(element: StructElement): void {
    if (this.elements.at(-1) === element) this.elements.pop();
    element.end();
  }

  /** Sets an open element aside; `within` comes back to it. */
  suspend(element: StructElement): void {
    if (this.elements.at(-1) === element) this.elements.pop();
  }

  within<T>(element: StructElement, draw: () => T): T {
    this.elements.push(element);
    const result = draw();
    this.elements.pop();
    return result;
  }

  /** Marks what is drawn as content of the innermost element. */
  content(draw: () => void): void {
    this.elements.at(-1)!.add(draw);
  }

  /** Lines, fills and page furniture a reader aloud should pass over. Not inside `content`. */
  decoration(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Draws one line without tagging it; call inside `content` or `decoration`. `y` is the top of the line box. */
  glyphs(text: string, x: number, y: number, style: TextStyle = {}): void {
    const { size = 10, bold = false, color = colour.ink } = style;
    this.doc.fontSize(size).fillColor(color);
    // One font file is 10 MB: bold is the same outline with a thin stroke.
    if (bold) this.doc.strokeColor(color).lineWidth(size * 0.032).lineJoin('round');
    const lift = ((lineHeight - (this.face.ascender - this.face.descender) / 1000) / 2) * size;
    this.doc.text(text, x, y + lift, { lineBreak: false, fill: true, stroke: bold });
  }

  /** One tagged line. */
  line(text: string, x: number, y: number, style: TextStyle = {}): void {
    if (text !== '') this.content(() => this.glyphs(text, x, y, style));
  }

  /** Tagged text that flows over pages in the column `x`, `width`; moves the cursor below it. */
  flow(text: string, style: TextStyle = {}, x = page.margin, width = innerWidth): void {
    const { size = 10 } = style;
    const lines = this.lines(text, width, size);
    for (const [index, line] of lines.entries()) {
      // No single line is left behind at the foot of a page, or carried alone to the head of the next.
      const pairs = (index === 0 && lines.length > 1) || (index === lines.length - 2 && lines.length > 2);
      this.ensure(size * lineHeight * (pairs ? 2 : 1));
      this.line(line, x, this.y, style);
      this.y += size * lineHeight;
    }
  }

  paragraph(text: string, style: TextStyle = {}, x = page.margin, width = innerWidth, type = 'P'): void {
    this.tag(type, () => this.flow(text, style, x, width));
  }

  /** Height `text` takes in a column, were no page to end. */
  heightOf(text: string, width: number, size: number): number {
    return this.lines(text, width, size).length * size * lineHeight;
  }

  box(x: number, y: number, width: number, height: number, fill: string, radius = 0): void {
    this.decoration(() => (radius ? this.doc.roundedRect(x, y, width, height, radius) : this.doc.rect(x, y, width, height)).fill(fill));
  }

  rule(y: number, x = page.margin, width = innerWidth, color = colour.line, weight = 0.6): void {
    this.decoration(() => this.doc.moveTo(x, y).lineTo(x + width, y).lineWidth(weight).stroke(color));
  }

  bookmark(title: string, parent: OutlineItem = this.doc.outline, expanded = false): OutlineItem {
    return parent.addItem(this.visible(title), { left: page.width, top: Math.max(0, this.y - 12), expanded });
  }

  back(pageIndex: number, y: number): void {
    this.doc.switchToPage(pageIndex);
    this.current = pageIndex;
    this.y = y;
  }

  finish(): Promise<Uint8Array> {
    this.elements[0]!.end();
    this.doc.end();
    return this.done;
  }
}

function joined(chunks: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
