import type { Candidate, Reading } from './candidates';
import { choose } from './facts';
import type { Problem } from './facts';
import { unreadable } from './money';
import { idInAddress, numbersInAddress } from './page-kind';
import type { Box } from './page-tree';
import type { PlatformRecipe } from './recipe';
import { closedZones } from './section-words';
import type { Zone } from './section-words';
import type { Layout } from './value-cells';

export interface Ids {
  orderId: string | null;
  afterSaleId: string | null;
  problems: { field: 'orderId' | 'afterSaleId'; problem: Problem | 'stale' }[];
}

/** Which claim the page is about. The address outweighs the page; a page that shows only another claim's numbers is stale. */
export function readIds(layout: Layout, reading: Reading, zones: readonly Zone[], recipe: PlatformRecipe, url: string): Ids {
  const problems: Ids['problems'] = [];
  const numbers = numbersInAddress(url);
  const own = (field: 'orderId' | 'afterSaleId'): Candidate<string>[] =>
    reading.candidates.filter((one): one is Candidate<string> => one.field === field && typeof one.value === 'string' && !closedZones.has(zones[one.line]!));

  const decide = (field: 'orderId' | 'afterSaleId', inAddress: string | null): string | null => {
    const seen = own(field);
    if (inAddress !== null) {
      const match = seen.find((one) => sameId(one.value as string, inAddress));
      if (match) return match.value as string;
      if (seen.length > 0) {
        problems.push({ field, problem: 'stale' });
        return null;
      }
      return inAddress;
    }
    // The parameter's name is not known, but its value is one of the numbers on the page.
    const named = seen.find((one) => numbers.has(one.value as string));
    if (named) return named.value as string;
    const choice = choose<string>(reading.candidates, field, zones, sameId);
    if (choice.problem !== null) problems.push({ field, problem: choice.problem });
    return choice.value;
  };

  const afterSaleId = decide('afterSaleId', idInAddress(url, recipe.pages.query.afterSaleId));
  let orderId = decide('orderId', idInAddress(url, recipe.pages.query.orderId));
  const conflict = problems.findIndex((one) => one.field === 'orderId' && one.problem === 'conflict');
  if (conflict >= 0 && afterSaleId !== null) {
    const near = nearest(layout, own('orderId'), own('afterSaleId').filter((one) => sameId(one.value as string, afterSaleId)));
    if (near !== null) {
      orderId = near;
      problems.splice(conflict, 1);
    }
  }
  const related = idInAddress(url, recipe.pages.query.relatedOrderId);
  if (orderId === null && related !== null) {
    const match = own('orderId').find((one) => one.value === related);
    if (match || (own('orderId').length === 0 && !problems.some((one) => one.field === 'orderId'))) {
      orderId = related;
      const at = problems.findIndex((one) => one.field === 'orderId');
      if (at >= 0) problems.splice(at, 1);
    }
  }
  return { orderId, afterSaleId, problems };
}

export function sameId(one: string, other: string): boolean {
  const bare = (text: string): string => text.replace(/^(?:R|TQ)(?=\d)/i, '');
  return one === other || bare(one) === bare(other);
}

/** The one order number in the smallest box around the after-sale number. */
function nearest(layout: Layout, orders: readonly Candidate<string>[], anchors: readonly Candidate<string>[]): string | null {
  for (const anchor of anchors) {
    for (let box: Box | null = layout.tree.lines[anchor.line]!.parent; box !== null; box = box.parent) {
      const inside = orders.filter((one) => one.line >= box!.first && one.line < box!.end);
      if (inside.length === 0) continue;
      if (new Set(inside.map((one) => one.value)).size > 1) break;
      return inside[0]!.value as string;
    }
  }
  return null;
}

/** Takes everything that stands with another claim's numbers out of this claim: the largest box around them that does not hold ours. */
export function setAsideOthers(layout: Layout, reading: Reading, zones: Zone[], ids: Ids): void {
  const idOf = (one: Candidate): string | null => (one.field === 'orderId' ? ids.orderId : one.field === 'afterSaleId' ? ids.afterSaleId : null);
  const all = reading.candidates.filter((one) => idOf(one) !== null && one.value !== unreadable);
  const ours = all.filter((one) => sameId(one.value as string, idOf(one)!) && !closedZones.has(zones[one.line]!)).map((one) => one.line);
  if (ours.length === 0) return;
  const foreign = all.filter((one) => !sameId(one.value as string, idOf(one)!));
  for (const one of foreign) {
    let box: Box | null = layout.tree.lines[one.line]!.parent;
    let reach = { first: one.line, end: one.line + 1 };
    while (box !== null && !ours.some((line) => line >= box!.first && line < box!.end)) {
      reach = { first: box.first, end: box.end };
      box = box.parent;
    }
    for (let at = reach.first; at < reach.end; at += 1) zones[at] = 'other';
  }
}
