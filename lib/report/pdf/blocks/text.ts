import type { Block } from '../../document';
import { colour, innerWidth, lineHeight, page } from '../look';
import type { Sheet } from '../sheet';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** @param following height in points to keep on the same page below it. */
export function drawHeading(sheet: Sheet, { text }: Of<'heading'>, following: number): void {
  sheet.y += 4;
  sheet.ensure(24 + following);
  sheet.paragraph(text, { size: 11.5, bold: true, color: colour.accent }, page.margin, innerWidth, 'H3');
  sheet.y += 3;
}

export function drawParagraph(sheet: Sheet, { text, tone }: Of<'paragraph'>): void {
  if (text === '') return;
  sheet.paragraph(text, tone === 'soft' ? { size: 8.5, color: colour.soft } : { size: 9.5, bold: tone === 'strong' });
  sheet.y += 6;
}

/** The sentence of a page that must not be missed. */
export function drawCallout(sheet: Sheet, { text }: Of<'callout'>): void {
  const size = 10.5;
  const height = sheet.heightOf(text, innerWidth - 20, size) + 10;
  sheet.ensure(height);
  sheet.box(page.margin, sheet.y, innerWidth, height, colour.pale, 3);
  sheet.box(page.margin, sheet.y, 4, height, colour.accent);
  const end = sheet.y + height + 8;
  sheet.y += 5;
  sheet.paragraph(text, { size, bold: true }, page.margin + 12, innerWidth - 20);
  sheet.y = end;
}

export function drawList(sheet: Sheet, { items }: Of<'list'>): void {
  sheet.tag('L', () => {
    for (const item of items) {
      sheet.ensure(9 * lineHeight);
      sheet.tag('LI', () => {
        sheet.tag('Lbl', () => sheet.line('·', page.margin + 4, sheet.y, { size: 9, bold: true }));
        sheet.tag('LBody', () => sheet.flow(item, { size: 9 }, page.margin + 14, innerWidth - 14));
      });
      sheet.y += 2;
    }
  });
  sheet.y += 6;
}

/** The letter keeps its own paragraphs; first lines are not indented again. */
export function drawLetter(sheet: Sheet, { text }: Of<'letter'>): void {
  for (const paragraph of text.replace(/\r\n?/g, '\n').split('\n')) {
    if (paragraph.trim() === '') sheet.y += 6;
    else sheet.paragraph(paragraph, { size: 10 });
  }
  sheet.y += 8;
}

export function drawQuote(sheet: Sheet, { title, article, text, source }: Of<'quote'>): void {
  const x = page.margin + 12;
  const width = innerWidth - 12;
  sheet.ensure(64);
  sheet.paragraph(`《${title.replace(/^《|》$/g, '')}》${article}`, { size: 10, bold: true }, page.margin, innerWidth, 'H4');
  sheet.y += 2;
  sheet.tag('BlockQuote', () => {
    for (const paragraph of text.split('\n')) sheet.paragraph(paragraph, { size: 9.5 }, x, width);
  });
  if (source !== '') sheet.paragraph(source, { size: 7.5, color: colour.soft }, x, width, 'Note');
  sheet.y += 9;
}
