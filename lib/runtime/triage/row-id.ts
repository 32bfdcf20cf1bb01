import type { ClaimRow } from '../../case/claim';

/** What a request of a list is called everywhere: its after-sale number, or its order's where the row shows none. */
export const rowId = (platform: string, row: Pick<ClaimRow, 'afterSaleId' | 'orderId'>): string => `${platform}:${row.afterSaleId ?? row.orderId}`;
