import type { Bar } from '../../document';
import { bandOf } from '../../../scoring/bands';
import { bandColour, colour, innerWidth, page } from '../look';
import type { Sheet } from '../sheet';

const step = 17;

/** Bars of log10 likelihood ratios around a zero line; every bar carries its number. */
export function drawBars(sheet: Sheet, caption: string, from: number, to: number, bars: readonly Bar[]): void {
  if (bars.length === 0) return;
  const label = 150;
  const note = 130;
  const left = page.margin + label;
  const width = innerWidth - label - note;
  const at = (value: number) => left + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * width;
  sheet.ensure(Math.min(bars.length, 8) * step + 40);
  sheet.paragraph(caption, { size: 8, color: colour.soft }, page.margin, innerWidth, 'Caption');
  sheet.y += 2;
  for (const bar of bars) {
    sheet.ensure(step);
    const name = sheet.lines(bar.label, label - 8, 9)[0] ?? '';
    sheet.tag('P', () => {
      sheet.line(name, page.margin, sheet.y, { size: 9 });
      sheet.line(bar.note, page.margin + innerWidth - note + 8, sheet.y, { size: 8.5, color: colour.soft });
    });
    const [a, b] = [at(Math.min(0, bar.value)), at(Math.max(0, bar.value))];
    sheet.box(left, sheet.y + 3, width, 9, colour.pale);
    sheet.box(a, sheet.y + 3, Math.max(1, b - a), 9, bar.value > 0 ? bandColour[bandOf(bar.value)] : colour.accent);
    sheet.decoration(() => sheet.doc.moveTo(at(0), sheet.y).lineTo(at(0), sheet.y + step).lineWidth(0.6).stroke(colour.soft));
    sheet.y += step;
  }
  sheet.y += 10;
}
