import type { StructElement } from 'pdfkit/js/pdfkit.standalone.js';
import type { ReportDocument, Section } from '../document';
import { colour, innerWidth, lineHeight, page } from './look';
import type { Sheet } from './sheet';

interface Place {
  page: number;
  y: number;
  element: StructElement;
}

export interface Contents {
  list: StructElement;
  places: Map<string, Place>;
}

const rowHeight = (section: Section) => (section.level === 1 ? 20 : 16);

/** Keeps room for one line per section; the lines are written once all pages are known. */
export function reserveContents(sheet: Sheet, document: ReportDocument): Contents {
  const places = new Map<string, Place>();
  sheet.addPage();
  sheet.bookmark(document.contentsTitle);
  sheet.paragraph(document.contentsTitle, { size: 16, bold: true, color: colour.accent }, page.margin, innerWidth, 'H1');
  sheet.y += 6;
  // Ending an element ends its children, so the list stays open until its lines are written.
  const list = sheet.open('TOC');
  for (const section of document.sections) {
    sheet.ensure(rowHeight(section));
    const element = sheet.open('TOCI');
    sheet.suspend(element);
    places.set(section.id, { page: sheet.current, y: sheet.y, element });
    sheet.y += rowHeight(section);
  }
  sheet.suspend(list);
  sheet.y += 16;
  return { list, places };
}

/** Writes titles, dotted leaders and page numbers, each a link to its section. */
export function fillContents(sheet: Sheet, document: ReportDocument, { list, places }: Contents, starts: Map<string, number>): void {
  for (const section of document.sections) {
    const place = places.get(section.id)!;
    const number = String((starts.get(section.id) ?? 0) + 1);
    const size = section.level === 1 ? 10.5 : 9.5;
    const left = page.margin + (section.level === 1 ? 0 : 22);
    sheet.back(place.page, place.y);
    const right = page.width - page.margin - sheet.widthOf(number, size);
    const title = sheet.lines(section.title, innerWidth - 60, size)[0] ?? '';
    sheet.within(place.element, () => {
      const link = sheet.open('Link');
      sheet.line(title, left, place.y, { size, bold: section.level === 1 });
      sheet.line(number, right, place.y, { size });
      sheet.doc.goTo(left, place.y, page.width - page.margin - left, size * lineHeight, section.id, { structParent: link, Contents: new String(`${section.title}，第 ${number} 页`) });
      sheet.close(link);
    });
    place.element.end();
    const from = left + sheet.widthOf(title, size) + 8;
    const dots = Math.floor((right - 8 - from) / (sheet.widthOf('.', size) * 2.2));
    if (dots > 2) sheet.decoration(() => sheet.doc.text('.'.repeat(dots), from, place.y, { lineBreak: false, fill: true, characterSpacing: sheet.widthOf('.', size) * 1.2 }));
  }
  list.end();
}
