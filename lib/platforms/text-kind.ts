import type { Reading } from './candidates';
import { numbersInAddress } from './page-kind';
import { closedZones } from './section-words';
import type { Zone } from './section-words';

const values = (reading: Reading, zones: readonly Zone[], field: string): Set<unknown> =>
  new Set(reading.candidates.filter((one) => one.field === field && typeof one.value === 'string' && !closedZones.has(zones[one.line]!)).map((one) => one.value));

/** Whether the words of a page are those of one refund request: its own number and at least two of what is asked, how much and why. */
export function looksLikeClaim(reading: Reading, zones: readonly Zone[]): boolean {
  // A sum that cannot be read for certain is told all the same.
  const told = ['refundType', 'amount', 'reason', 'appliedAt'].filter((field) => reading.candidates.some((one) => one.field === field && !closedZones.has(zones[one.line]!))).length;
  return values(reading, zones, 'afterSaleId').size > 0 && told >= 2;
}

/** Whether the page shows several requests at once, none of them the one its address names. */
export function looksLikeList(reading: Reading, zones: readonly Zone[], url: string): boolean {
  const named = numbersInAddress(url);
  if ([...values(reading, zones, 'afterSaleId')].some((value) => named.has(value as string))) return false;
  return values(reading, zones, 'afterSaleId').size > 1 && values(reading, zones, 'orderId').size > 1;
}
