import type { Buyer, Case } from '../case/case';
import type { PlatformId } from '../case/platform';
import { sha256 } from '../evidence/digest';
import { knownOrderId, type Money } from '../case/claim';
import { database, settled } from './stores';

/** Made once per device, so that a key says nothing to whoever has the file but not the salt; it goes along with an exported library. */
export async function buyerSalt(): Promise<string> {
  const db = await database();
  const fresh = [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const transaction = settled(db.transaction('salts', 'readwrite'));
  const known = await transaction.store.get('buyer');
  if (!known) await transaction.store.put({ id: 'buyer', value: fresh });
  await transaction.done;
  return known?.value ?? fresh;
}

const masks = /[*＊•●×]/;

/** First and last character stay, as platforms mask. */
function maskedForm(account: string): string {
  const letters = [...account];
  return letters.length < 3 ? `${letters[0]}*` : `${letters[0]}**${letters.at(-1)}`;
}

/** @param account as the page shows it: unchecked text. */
export async function buyerOf(account: unknown, platform: PlatformId): Promise<Buyer | undefined> {
  if (typeof account !== 'string' || account.trim() === '' || account.length > 40) return undefined;
  const text = account.normalize('NFKC').trim();
  const masked = masks.test(text);
  return { key: await sha256(new TextEncoder().encode(`${await buyerSalt()}|${platform}|${text.toLowerCase()}`)), shown: masked ? text : maskedForm(text), masked };
}

/** Whether two claims come from one account; null where the pages do not say, or only show masked forms that agree. */
export function sameBuyer(one: Pick<Case, 'buyer' | 'claim'>, other: Pick<Case, 'buyer' | 'claim'>): boolean | null {
  if (!one.buyer || !other.buyer || one.claim.platform !== other.claim.platform) return null;
  if (one.buyer.key === other.buyer.key) return one.buyer.masked ? null : true;
  return one.buyer.masked === other.buyer.masked ? false : null;
}

/** Other claims of the same account on this device: what a merchant may count, with dates and sums, and nothing beyond. */
export interface BuyerHistory {
  shown: string;
  masked: boolean;
  claims: { caseId: string; orderId: string | null; at: string; amount: Money | null }[];
  /** Decimal strings by currency, exact to the cent. */
  sums: Money[];
  from: string;
  to: string;
}

/** @returns null where the page shows no account or no other claim has it. */
export function buyerHistory(file: Case, cases: readonly Case[]): BuyerHistory | null {
  const { buyer } = file;
  if (!buyer) return null;
  const claims = cases
    .filter((one) => one.id !== file.id && one.buyer?.key === buyer.key)
    .map(({ id, claim, createdAt }) => ({ caseId: id, orderId: knownOrderId(claim), at: claim.appliedAt ?? createdAt, amount: claim.amount }))
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  if (claims.length === 0) return null;
  const cents = new Map<string, number>();
  for (const { amount } of claims) if (amount) cents.set(amount.currency, (cents.get(amount.currency) ?? 0) + Math.round(Number(amount.value) * 100));
  return { shown: buyer.shown, masked: buyer.masked, claims, sums: [...cents].map(([currency, sum]) => ({ currency, value: (sum / 100).toFixed(2) })), from: claims[0]!.at, to: claims.at(-1)!.at };
}
