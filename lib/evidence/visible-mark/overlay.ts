import type { Rectangle } from '../luma';
import type { Pixels } from '../traces';
import type { Polarity } from './recogniser';

/** How much more colourful than their ground letters may be, 0..255: chroma subsampling carries colour about. */
const moreColour = 45;

/**
 * Whether letters could be white, grey or black laid over the picture with one opacity: such ink is never more colourful
 * than what it covers. Print in a colour of its own on a product is.
 */
export function isNeutralInk({ width, height, rgb }: Pixels, box: Rectangle, polarity: Polarity): boolean {
  const [x0, x1] = [Math.max(0, Math.floor(box.x)), Math.min(width, Math.ceil(box.x + box.width))];
  const [y0, y1] = [Math.max(0, Math.floor(box.y)), Math.min(height, Math.ceil(box.y + box.height))];
  const lights: number[] = [];
  const colours: number[] = [];
  for (let y = y0; y < y1; y += 1) {
    for (let x = x0; x < x1; x += 1) {
      const at = (y * width + x) * 3;
      const [r, g, b] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!];
      lights.push(0.299 * r + 0.587 * g + 0.114 * b);
      colours.push(Math.max(r, g, b) - Math.min(r, g, b));
    }
  }
  if (lights.length === 0) return false;
  const order = [...lights.keys()].sort((a, b) => lights[a]! - lights[b]!);
  const part = Math.max(1, Math.floor(order.length * 0.15));
  const mean = (indexes: number[]) => indexes.reduce((sum, i) => sum + colours[i]!, 0) / indexes.length;
  const [dark, light] = [mean(order.slice(0, part)), mean(order.slice(-part))];
  return polarity === 'light' ? light <= dark + moreColour : dark <= light + moreColour;
}
