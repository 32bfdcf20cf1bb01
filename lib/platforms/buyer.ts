import { buyerLabels } from './buyer-labels';
import type { Reading } from './candidates';
import { closedZones } from './section-words';
import type { Zone } from './section-words';
import { compact, readable } from './text';
import { textValue } from './text-value';
import type { Layout } from './value-cells';
import { emptyValue } from './words';

const known = new Set(buyerLabels.map(compact));

/** Names are short and hold no sentence; an advert or a hint behind the label is none. */
const isName = (text: string): boolean => text.length <= 40 && !/[。！？，；\n:：]/.test(text) && !emptyValue.test(text);

/**
 * The buyer's account as the page shows it, mostly masked (t**1): for telling a repeated buyer on this device, personal data otherwise.
 * @returns null where the page shows none, or more than one.
 */
export function readBuyer(layout: Layout, { hits }: Reading, zones: readonly Zone[]): string | null {
  const names = new Map<string, string>();
  for (const hit of hits) {
    if (!known.has(compact(hit.label)) || closedZones.has(zones[hit.line.index]!) || hit.by === 'touch') continue;
    let name = hit.by === 'space' ? '' : textValue([hit.line], hit, '');
    if (readable(hit.line.text.slice(hit.valueStart, hit.valueEnd)) === '' && hit.valueEnd === hit.line.text.length) {
      const cell = layout.valueCell(hit);
      if (cell?.paired && cell.end - cell.first === 1) name = textValue(layout.tree.lines.slice(cell.first, cell.end), null, '');
    }
    if (name !== '' && isName(name)) names.set(compact(name), name);
  }
  return names.size === 1 ? [...names.values()][0]! : null;
}
