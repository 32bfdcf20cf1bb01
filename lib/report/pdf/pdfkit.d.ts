/** The part of PDFKit 0.19.1 the report uses. Its own types pull in Node, which core rooms compile without. */
declare module 'pdfkit/js/pdfkit.standalone.js' {
  export interface StructElement {
    add(child: StructElement | (() => void)): StructElement;
    end(): void;
  }
  export interface EmbeddedImage {
    width: number;
    height: number;
    orientation?: number;
    colorSpace?: string;
    bits?: number;
  }
  interface Glyph {
    id: number;
    advanceWidth: number;
    codePoints: number[];
  }
  export interface EmbeddedFont {
    scale: number;
    ascender: number;
    descender: number;
    font: { hasGlyphForCodePoint(codePoint: number): boolean; glyphForCodePoint(codePoint: number): Glyph };
    layoutRun(text: string): { glyphs: Glyph[]; positions: object[]; advanceWidth: number };
  }
  export interface OutlineItem {
    addItem(title: string, options?: { left?: number; top?: number; expanded?: boolean }): OutlineItem;
  }
  export interface TextOptions {
    lineBreak: false;
    fill?: boolean;
    stroke?: boolean;
    characterSpacing?: number;
  }
  export default class PDFDocument {
    constructor(options: {
      autoFirstPage: false;
      bufferPages: boolean;
      pdfVersion: '1.7';
      subset: 'PDF/A-2a';
      tagged: boolean;
      displayTitle: boolean;
      lang: string;
      font: null;
      info: Record<string, string | Date>;
    });
    _font: EmbeddedFont;
    outline: OutlineItem;
    on(event: 'data', listener: (chunk: Uint8Array) => void): this;
    on(event: 'end', listener: () => void): this;
    on(event: 'error', listener: (error: unknown) => void): this;
    end(): void;
    addPage(options: { size: [number, number]; margin: number }): this;
    switchToPage(index: number): this;
    registerFont(name: string, source: Uint8Array): this;
    font(name: string): this;
    fontSize(size: number): this;
    fillColor(color: string, opacity?: number): this;
    strokeColor(color: string, opacity?: number): this;
    lineWidth(width: number): this;
    lineJoin(join: 'round' | 'miter'): this;
    text(text: string, x: number, y: number, options: TextOptions): this;
    rect(x: number, y: number, width: number, height: number): this;
    roundedRect(x: number, y: number, width: number, height: number, radius: number): this;
    circle(x: number, y: number, radius: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    closePath(): this;
    fill(color?: string): this;
    stroke(color?: string): this;
    save(): this;
    restore(): this;
    openImage(source: ArrayBuffer): EmbeddedImage;
    image(image: EmbeddedImage, x: number, y: number, options: { width: number; height: number }): this;
    struct(type: string, options?: { title?: string; alt?: string; scope?: 'Row' | 'Column'; bbox?: [number, number, number, number] }): StructElement;
    addStructure(element: StructElement): this;
    markContent(tag: 'Artifact', options?: { type?: string }): this;
    endMarkedContent(): this;
    addNamedDestination(name: string, type: 'XYZ', x: number, y: number, zoom: null): void;
    /** `Contents` must be a String object: plain strings are written as PDF names. */
    goTo(x: number, y: number, width: number, height: number, name: string, options?: { structParent?: StructElement; Contents?: object }): this;
  }
}
