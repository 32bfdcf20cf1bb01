import type { Cover } from '../document';
import { bandFloors } from '../../scoring/bands';
import { bandText } from '../../scoring/band-text';
import { place } from './blocks/figure';
import { bandColour, colour, innerWidth, lineHeight, page } from './look';
import type { Pictures } from './pictures';
import type { Sheet } from './sheet';

const x = page.margin;

/** Six steps from 0 to 100; the one that holds the score is full, the score has its mark. */
function drawScale(sheet: Sheet, cover: Cover, left: number, y: number, width: number): void {
  const ends = bandFloors.map((floor, index) => [floor.score, bandFloors[index + 1]?.score ?? 100, floor.band] as const);
  for (const [from, to, band] of ends) {
    const a = left + (from / 100) * width;
    const w = ((to - from) / 100) * width;
    const here = band === cover.band;
    sheet.box(a, y, w - 1.5, 9, here ? bandColour[band] : colour.line);
    const word = bandText.zh[band];
    const size = 6.8;
    sheet.decoration(() => sheet.glyphs(word, a + Math.max(0, (w - sheet.widthOf(word, size)) / 2), y + 10, { size, bold: here, color: here ? colour.ink : colour.soft }));
  }
  const mark = left + (Math.min(100, Math.max(0, cover.score)) / 100) * width;
  sheet.decoration(() => sheet.doc.moveTo(mark - 4, y - 7).lineTo(mark + 4, y - 7).lineTo(mark, y - 0.5).closePath().fill(colour.ink));
}

function drawScore(sheet: Sheet, cover: Cover): void {
  const height = 118;
  const top = sheet.y;
  sheet.box(x, top, innerWidth, height, colour.pale, 5);
  sheet.box(x, top, 5, height, bandColour[cover.band]);
  const number = String(cover.score);
  const wide = sheet.widthOf(number, 46);
  sheet.tag('P', () => {
    sheet.line(number, x + 22, top - 1, { size: 46, bold: true });
    sheet.line('/ 100', x + 26 + wide, top + 32, { size: 13, color: colour.soft });
  });
  const left = x + 22 + Math.max(wide + 50, 118);
  const width = x + innerWidth - left - 16;
  sheet.y = top + 14;
  sheet.paragraph(cover.bandSentence, { size: 12, bold: true }, left, width);
  sheet.y += 2;
  sheet.paragraph(cover.scoreSentence, { size: 8, color: colour.soft }, left, width);
  drawScale(sheet, cover, x + 22, top + 88, innerWidth - 40);
  sheet.y = top + height + 14;
}

/** The facts a reviewer looks up first, in two columns. */
function drawFacts(sheet: Sheet, cover: Cover): void {
  const width = innerWidth / 2 - 6;
  const half = Math.ceil(cover.rows.length / 2);
  const top = sheet.y;
  sheet.tag('Table', () => {
    for (let index = 0; index < half; index += 1) {
      sheet.tag('TR', () => {
        const pair = [cover.rows[index], cover.rows[index + half]];
        let tallest = 0;
        for (const [column, row] of pair.entries()) {
          if (!row) continue;
          const at = x + column * (width + 12);
          sheet.tag('TH', () => sheet.line(row.label, at, sheet.y, { size: 9, color: colour.soft }), { scope: 'Row' });
          const lines = sheet.lines(row.value, width - 58, 10).slice(0, 3);
          sheet.tag('TD', () => lines.forEach((line, number) => sheet.line(line, at + 58, sheet.y - 0.8 + number * 10 * lineHeight, { size: 10, bold: row.label === '订单编号' })));
          tallest = Math.max(tallest, lines.length * 10 * lineHeight);
        }
        sheet.y += tallest + 3;
      });
    }
  });
  sheet.rule(top - 6);
  sheet.rule(sheet.y + 2);
  sheet.y += 14;
}

export interface PageMark {
  sectionId: string;
  page: number;
  x: number;
  y: number;
}

function drawReasons(sheet: Sheet, cover: Cover, marks: PageMark[]): void {
  sheet.paragraph('最强的依据', { size: 11.5, bold: true, color: colour.accent }, x, innerWidth, 'H2');
  sheet.y += 2;
  if (cover.reasons.length === 0) {
    sheet.paragraph(cover.noReasons, { size: 9.5 });
    sheet.y += 4;
    return;
  }
  sheet.tag('L', () => {
    for (const [index, reason] of cover.reasons.entries()) {
      sheet.tag('LI', () => {
        const top = sheet.y;
        sheet.decoration(() => sheet.doc.circle(x + 8, top + 8, 8).fill(colour.accent));
        const number = String(index + 1);
        sheet.tag('Lbl', () => sheet.line(number, x + 8 - sheet.widthOf(number, 9) / 2, top + 1, { size: 9, bold: true, color: colour.paper }));
        sheet.tag('LBody', () => {
          sheet.line(sheet.lines(`${reason.place} · ${reason.name}（${reason.strengthWord}）`, innerWidth - 80, 10)[0]!, x + 24, top, { size: 10, bold: true });
          marks.push({ sectionId: reason.sectionId, page: sheet.current, x: x + innerWidth, y: top });
          sheet.y = top + 10 * lineHeight;
          const lines = sheet.lines(reason.summary, innerWidth - 24, 9.5);
          const kept = lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]!.slice(0, -1)}…`] : lines;
          for (const line of kept) {
            sheet.line(line, x + 24, sheet.y, { size: 9.5 });
            sheet.y += 9.5 * lineHeight;
          }
        });
      });
      sheet.y += 5;
    }
  });
  sheet.y += 4;
}

async function drawThumbnails(sheet: Sheet, cover: Cover, pictures: Pictures): Promise<void> {
  if (cover.thumbnails.length === 0) return;
  const gap = 8;
  const columns = Math.min(5, Math.max(2, cover.thumbnails.length));
  const width = (innerWidth - (columns - 1) * gap) / columns;
  const height = Math.min(columns > 3 ? 92 : 165, page.height - page.bottom - 52 - 52 - sheet.y);
  if (height < 40) return;
  const top = sheet.y;
  for (const [index, one] of cover.thumbnails.entries()) {
    const left = x + index * (width + gap);
    await place(sheet, pictures, { ...one.picture, outlines: [] }, left, top, { width, height }, false);
    sheet.tag('Caption', () => {
      sheet.line(one.picture.caption, left, top + height + 1, { size: 8, bold: true });
      sheet.line(one.note, left, top + height + 12, { size: 7.5, color: colour.soft });
    });
  }
  sheet.y = top + height + 28;
  if (cover.more) sheet.paragraph(`${cover.more}。`, { size: 8, color: colour.soft });
}

/** One page that says what was found, how strongly, for which order, and why. Page references are filled in later. */
export async function drawCover(sheet: Sheet, cover: Cover, pictures: Pictures): Promise<PageMark[]> {
  const marks: PageMark[] = [];
  sheet.addPage();
  sheet.box(0, 0, page.width, 8, colour.accent);
  sheet.y = 40;
  sheet.tag('P', () => sheet.line('验图 Yantu', x, sheet.y, { size: 10, bold: true, color: colour.accent }));
  const shop = [cover.platform, cover.shop].filter(Boolean).join(' · ');
  const seller = sheet.lines(shop, innerWidth - 120, 9)[0] ?? '';
  sheet.tag('P', () => sheet.line(seller, page.width - page.margin - sheet.widthOf(seller, 9), sheet.y, { size: 9, color: colour.soft }));
  sheet.y += 24;
  sheet.paragraph(cover.title, { size: 30, bold: true }, x, innerWidth, 'H1');
  sheet.paragraph(cover.subtitle, { size: 14, color: colour.soft });
  sheet.y += 16;
  drawFacts(sheet, cover);
  drawScore(sheet, cover);
  drawReasons(sheet, cover, marks);
  await drawThumbnails(sheet, cover, pictures);
  sheet.y = page.height - page.bottom - 52;
  sheet.rule(sheet.y);
  sheet.y += 6;
  sheet.paragraph(cover.closing.map((row) => `${row.label} ${row.value}`).join('　　'), { size: 8, color: colour.soft });
  sheet.paragraph(`${cover.disclaimer}。`, { size: 9.5, bold: true });
  return marks;
}
