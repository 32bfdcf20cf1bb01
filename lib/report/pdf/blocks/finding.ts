import type { FindingText } from '../../document';
import { signed } from '../../finding-text';
import { bandColour, colour, innerWidth, lineHeight, page } from '../look';
import type { Sheet } from '../sheet';
import { drawRows } from './table';

const indent = 12;
const size = 9;

/** A finding: its bar of strength at the left, head line, sentence, facts, and how to read it. */
export function drawFinding(sheet: Sheet, finding: FindingText): void {
  const x = page.margin + indent;
  const width = innerWidth - indent;
  const tint = finding.band ? bandColour[finding.band] : colour.line;
  const summary = sheet.heightOf(finding.summary, width, size + 0.5);
  sheet.ensure(Math.min(30 + summary + 36, 140));
  sheet.tag('Sect', () => {
    const top = sheet.y;
    const word = `${finding.outcomeWord} · ${finding.strengthWord}`;
    const wordWidth = sheet.widthOf(word, 8.5) + 14;
    const marks = finding.outlines.length ? `  （图中轮廓 ${finding.outlines.join('、')}）` : '';
    sheet.tag('H4', () => sheet.line(sheet.lines(`${finding.name}${marks}`, width - wordWidth - 8, 11)[0] ?? '', x, sheet.y, { size: 11, bold: true }));
    sheet.box(page.width - page.margin - wordWidth, sheet.y + 1, wordWidth, 15, finding.band ? tint : colour.pale, 7);
    const dark = finding.band === 'strong' || finding.band === 'very-strong';
    sheet.tag('P', () => sheet.line(word, page.width - page.margin - wordWidth + 7, sheet.y + 2, { size: 8.5, color: dark ? colour.paper : colour.ink }));
    sheet.y += 19;
    sheet.box(page.margin, top + 1, 3, 16, tint);
    sheet.paragraph(finding.summary, { size: size + 0.5 }, x, width);
    sheet.paragraph(`log10 似然比 ${signed(finding.strength)}，计入 ${signed(finding.counted)}`, { size: 8, color: colour.soft }, x, width);
    sheet.y += 3;
    if (finding.facts.length) {
      drawRows(sheet, finding.facts, x, width, finding.facts.length > 3);
      sheet.y -= 6;
    }
    for (const [label, text] of [['看什么', finding.look], ['忽略什么', finding.ignore], ['其他解释', finding.alternatives]] as const) {
      if (text !== '') reading(sheet, label, text, x, width);
    }
    sheet.y += 9;
  });
}

/** 看什么 / 忽略什么 / 其他解释: label in its own column. */
function reading(sheet: Sheet, label: string, text: string, x: number, width: number): void {
  const column = 52;
  sheet.ensure(8.5 * lineHeight);
  sheet.tag('P', () => {
    sheet.line(label, x, sheet.y, { size: 8.5, color: colour.accent, bold: true });
    sheet.flow(text, { size: 8.5, color: colour.soft }, x + column, width - column);
  });
  sheet.y += 1;
}
