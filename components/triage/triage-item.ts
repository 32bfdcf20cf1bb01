import { bands, type Band } from '../../lib/case/assessment';
import type { ClaimRow } from '../../lib/case/claim';
import type { PlatformId } from '../../lib/case/platform';

/** One request of a list as the panel shows it; `state` is null where it is not in the queue. */
export interface TriageItem {
  id: string;
  platform: PlatformId;
  row: ClaimRow;
  state: 'waiting' | 'detail' | 'opening' | 'examining' | 'done' | 'no-pictures' | 'failed' | null;
  problem: string | null;
  said: string | null;
  band: Band | null;
  score: number | null;
  /** Whether the page in view shows it. */
  onPage: boolean;
  hasCase: boolean;
}

export const triageOrders = ['deadline', 'band', 'amount'] as const;
export type TriageOrder = (typeof triageOrders)[number];
export const triageShows = ['all', 'open', 'examined', 'problem'] as const;
export interface TriageFilter {
  order: TriageOrder;
  /** Only those examined to this band or above; `none` shows all. */
  band: Band;
  show: (typeof triageShows)[number];
  words: string;
}
export const everyItem: TriageFilter = { order: 'deadline', band: 'none', show: 'all', words: '' };

const due = ({ row }: TriageItem): number => (row.respondBy === null ? Infinity : Date.parse(row.respondBy));
const rank = ({ band }: TriageItem): number => (band === null ? -1 : bands.indexOf(band));
const sum = ({ row }: TriageItem): number => (row.amount === null ? -1 : Number(row.amount.value));

/** Items that match, in the order asked for; equals stand by deadline. What is not known stands last. */
export function sortItems(items: readonly TriageItem[], filter: TriageFilter): TriageItem[] {
  const words = filter.words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const kept = items.filter((item) => {
    if (filter.band !== 'none' && rank(item) < bands.indexOf(filter.band)) return false;
    if (words.length > 0) {
      const text = `${item.row.orderId ?? ''} ${item.row.afterSaleId ?? ''} ${item.row.reason ?? ''}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) return false;
    }
    if (filter.show === 'examined') return item.band !== null;
    if (filter.show === 'problem') return item.state === 'failed' || item.state === 'no-pictures';
    return filter.show === 'all' || (item.band === null && item.state !== 'failed' && item.state !== 'no-pictures');
  });
  const byDeadline = (one: TriageItem, other: TriageItem): number => (due(one) === due(other) ? one.id.localeCompare(other.id) : due(one) - due(other));
  if (filter.order === 'deadline') return kept.sort(byDeadline);
  const key = filter.order === 'band' ? (item: TriageItem) => rank(item) + (item.score ?? 0) / 1000 : sum;
  return kept.sort((one, other) => key(other) - key(one) || byDeadline(one, other));
}
