import { unreadable } from './money';
import type { Unreadable } from './money';
import { plain, privateUse } from './text';

/** How sums are written in each currency (Unicode CLDR): the signs that can mean it, and whether a comma parts the decimals. */
const written: Readonly<Record<string, { signs: readonly string[]; comma?: boolean; whole?: boolean }>> = {
  USD: { signs: ['us$', '$'] },
  CAD: { signs: ['ca$', 'c$', 'cdn$', '$'] },
  AUD: { signs: ['au$', 'a$', '$'] },
  SGD: { signs: ['s$', '$'] },
  HKD: { signs: ['hk$', '$'] },
  TWD: { signs: ['nt$', '$'] },
  MXN: { signs: ['mx$', '$'] },
  COP: { signs: ['$'], comma: true },
  CLP: { signs: ['$'], comma: true, whole: true },
  BRL: { signs: ['r$'], comma: true },
  GBP: { signs: ['£'] },
  EUR: { signs: ['€'], comma: true },
  PLN: { signs: ['zł'], comma: true },
  SEK: { signs: ['kr'], comma: true },
  CHF: { signs: ['chf', 'fr.'] },
  TRY: { signs: ['₺', 'tl'], comma: true },
  JPY: { signs: ['¥', '円'], whole: true },
  INR: { signs: ['₹', 'rs.', 'rs'] },
  PKR: { signs: ['rs.', 'rs'] },
  LKR: { signs: ['rs.', 'rs'] },
  NPR: { signs: ['rs.', 'rs'] },
  BDT: { signs: ['৳', 'tk'] },
  MMK: { signs: ['ks', 'k'], whole: true },
  MYR: { signs: ['rm'] },
  PHP: { signs: ['₱'] },
  THB: { signs: ['฿'] },
  VND: { signs: ['₫', 'đ', 'd'], comma: true, whole: true },
  IDR: { signs: ['rp'], comma: true, whole: true },
  AED: { signs: ['dhs'] },
  SAR: { signs: ['sr'] },
};

/**
 * One sum in the given currency (ISO 4217) as a decimal string with the digits the page has. A sign of another currency, a separator
 * that could part thousands or decimals, ranges and hidden digits are unreadable.
 */
export function readForeignMoney(value: string, currency: string): string | Unreadable | null {
  if (privateUse.test(value)) return unreadable;
  const text = plain(value).replaceAll('\ufdd0', '').replace(/\s+/g, ' ').trim();
  const how = written[currency];
  if (how === undefined) return /\d/.test(text) ? unreadable : null;
  const signs = [...how.signs, currency.toLowerCase()].sort((one, other) => other.length - one.length).map((sign) => sign.replace(/[$.]/g, '\\$&').replace('\\$', ' ?\\$')).join('|');
  const found = new RegExp(`^(?:(${signs}) ?)?(\\d[\\d.,' ]*\\d|\\d)(?: ?(${signs})(?![\\p{L}$]))?`, 'iu').exec(text);
  if (found === null) return /\d/.test(text.slice(0, 14)) ? unreadable : null;
  const rest = text.slice(found[0].length).replace(/\([^()]*\)/g, '').trim();
  if (/^[\p{L}\p{Sc}%\d]/u.test(rest) && !/^(?:incl|including|shipping|refund|copy)/i.test(rest)) return unreadable;
  if (/^[-~–—+/*×]/.test(rest) || /\p{Sc} ?\d/u.test(rest)) return unreadable;
  return digits(found[2]!, how.comma === true, how.whole === true);
}

function digits(written: string, comma: boolean, whole: boolean): string | Unreadable {
  const point = comma ? ',' : '.';
  const cut = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  const tail = cut < 0 ? '' : written.slice(cut + 1);
  const both = written.includes('.') && written.includes(',');
  // One to two digits behind the last separator are decimals; three behind one that is not this currency's decimal sign are thousands.
  const isDecimal = cut >= 0 && /^\d{1,2}$/.test(tail) && (both || written.indexOf(written[cut]!) === cut);
  if (isDecimal && whole && !both && !/^0+$/.test(tail)) return unreadable;
  if (cut >= 0 && !isDecimal && (tail.length !== 3 || (!both && written[cut] === point && !whole))) return unreadable;
  const integer = isDecimal ? written.slice(0, cut) : written;
  if (!/^\d+$/.test(integer) && !/^\d{1,3}(?:[.,' ]\d{3})+$/.test(integer)) return unreadable;
  const bare = integer.replace(/\D/g, '');
  return isDecimal ? `${bare}.${tail}` : bare;
}
