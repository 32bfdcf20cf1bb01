import type { EmbeddedImage } from 'pdfkit/js/pdfkit.standalone.js';
import type { Outline, Picture } from '../../document';
import { colour, innerWidth, lineHeight, page } from '../look';
import type { Pictures } from '../pictures';
import type { Sheet } from '../sheet';

/** Size that fits the box without enlarging a small picture beyond its pixels at 96 dpi. */
export function fitted(image: EmbeddedImage, width: number, height: number): { width: number; height: number } {
  const turned = (image.orientation ?? 1) > 4;
  const [w, h] = turned ? [image.height, image.width] : [image.width, image.height];
  const scale = Math.min(width / w, height / h, 0.75);
  return { width: w * scale, height: h * scale };
}

/** Outlines with a light halo, so that they show on any picture, and their numbers. */
function drawOutlines(sheet: Sheet, outlines: readonly Outline[], x: number, y: number, width: number, height: number): void {
  const { doc } = sheet;
  for (const outline of outlines) {
    const points = outline.points.map(([u, v]): [number, number] => [x + Math.min(1, Math.max(0, u)) * width, y + Math.min(1, Math.max(0, v)) * height]);
    const [first, ...rest] = points;
    if (!first) continue;
    for (const [weight, tint] of [[3, colour.paper], [1.4, colour.mark]] as const) {
      doc.moveTo(first[0], first[1]);
      for (const point of rest) doc.lineTo(point[0], point[1]);
      doc.closePath().lineWidth(weight).lineJoin('round').stroke(tint);
    }
    const corner = points.reduce((best, point) => (point[1] < best[1] || (point[1] === best[1] && point[0] < best[0]) ? point : best), first);
    const badge: [number, number] = [Math.min(Math.max(corner[0], x + 7), x + width - 7), Math.min(Math.max(corner[1], y + 7), y + height - 7)];
    doc.circle(badge[0], badge[1], 7).fill(colour.mark);
    const label = String(outline.number);
    sheet.glyphs(label, badge[0] - sheet.widthOf(label, 8) / 2, badge[1] - (8 * lineHeight) / 2, { size: 8, bold: true, color: colour.paper });
  }
}

/** Puts one picture into a box whose top left corner is given; returns the height used. */
export async function place(sheet: Sheet, pictures: Pictures, picture: Picture, x: number, y: number, box: { width: number; height: number }, centred = true): Promise<number> {
  const image = await pictures.get(picture.imageId);
  if (!image) {
    const height = Math.min(60, box.height);
    sheet.box(x, y, box.width, height, colour.pale, 3);
    const lines = sheet.lines('此图无法在报告中显示；原始字节见证据包内文件。', box.width - 12, 8);
    sheet.tag('Figure', () => lines.slice(0, 4).forEach((line, index) => sheet.line(line, x + 6, y + 6 + index * 12, { size: 8, color: colour.soft })), { alt: picture.alt });
    return height;
  }
  const { width, height } = fitted(image, box.width, box.height);
  const left = centred ? x + (box.width - width) / 2 : x;
  sheet.tag(
    'Figure',
    () =>
      sheet.content(() => {
        sheet.doc.image(image, left, y, { width, height });
        drawOutlines(sheet, picture.outlines, left, y, width, height);
      }),
    { alt: picture.alt, bbox: [left, y, left + width, y + height] },
  );
  sheet.decoration(() => sheet.doc.rect(left, y, width, height).lineWidth(0.5).stroke(colour.line));
  return height;
}

const tallest = { large: 275, small: 190 };

async function expectedHeight(pictures: Pictures, picture: Picture, width: number, height: number): Promise<number> {
  const image = await pictures.get(picture.imageId);
  return image ? fitted(image, width, height).height : 60;
}

function caption(sheet: Sheet, text: string, x: number, width: number): void {
  sheet.paragraph(text, { size: 8, color: colour.soft }, x, width, 'Caption');
}

export async function drawFigure(sheet: Sheet, pictures: Pictures, picture: Picture, size: 'large' | 'small'): Promise<void> {
  const box = { width: innerWidth, height: tallest[size] };
  const height = await expectedHeight(pictures, picture, box.width, box.height);
  sheet.ensure(height + 30);
  sheet.y += (await place(sheet, pictures, picture, page.margin, sheet.y, box)) + 3;
  caption(sheet, picture.caption, page.margin, innerWidth);
  sheet.y += 8;
}

/** Two pictures side by side at the same height limit. */
export async function drawPair(sheet: Sheet, pictures: Pictures, left: Picture, right: Picture): Promise<void> {
  const width = (innerWidth - 14) / 2;
  const limit = 300;
  const heights = [await expectedHeight(pictures, left, width, limit), await expectedHeight(pictures, right, width, limit)];
  sheet.ensure(Math.max(...heights) + 30);
  const top = sheet.y;
  const second = page.margin + width + 14;
  await place(sheet, pictures, left, page.margin, top, { width, height: limit });
  await place(sheet, pictures, right, second, top, { width, height: limit });
  const under = top + Math.max(...heights) + 3;
  sheet.y = under;
  caption(sheet, left.caption, page.margin, width);
  const end = sheet.y;
  sheet.y = under;
  caption(sheet, right.caption, second, width);
  sheet.y = Math.max(end, sheet.y) + 8;
}
