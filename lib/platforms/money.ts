import { plain, privateUse } from './text';

/** A value that is there but cannot be read for certain; not the same as none. */
export const unreadable = Symbol('unreadable');
export type Unreadable = typeof unreadable;

const sign = '(?:[¥￥]|cn¥|rmb|cny|人民币)';
const seam = '[\\s\\ufdd0]*';
const digits = `(\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+(?=[.]\\d{2}(?!\\d))|\\d+)(?:${seam}[.]${seam}(\\d{1,2}))?`;
const money = new RegExp(`^${seam}${sign}?${seam}${digits}(?!\\ufdd0*(?:\\d|[.,]${seam}\\d))${seam}(?:元整?|cny|rmb|人民币)?`, 'i');
const furtherMoney = new RegExp(`${sign}${seam}\\d|\\d[\\d,.]*${seam}元|^${seam}[-~～—–至到+/*×x]${seam}${sign}?${seam}\\d`, 'i');
/** Words that make another sum, or no sum, of the number before them, even where a space or another element stands between. */
const otherUnit = /^(?:[万千百亿折件个笔张次天]|积分|金币|美元|美金|港[元币]|日元|欧元|英镑|韩元|usd|hkd|eur|%)/i;
/** A note in an element of its own behind the sum: what was paid, what it is made up of, the most that may be asked. */
const ownNote = /(?<=[\d元])[ ]*\ufdd0[\s\ufdd0]*(?:(?:订单|商品|买家|用户)?实[付收]|(?:商品|货品|货款|订单)(?:金额|总价|原价)?[\s\ufdd0]*[:：¥￥\d]|不(?:可|能|得)?超过|(?:最多|最高)?可退)[^]*$/;
const change = /(?:→|⇒|➜|➝|->|=>|＞|变更为|修改为|调整为|改为|更改为)/;

/**
 * The one sum of money a value holds, as a decimal string with the digits the page has ("1234.50").
 * A change ("59.90 → 49.90") gives what it was changed to. Ranges, sums and hidden or font-coded digits are unreadable.
 */
export function readMoney(value: string): string | Unreadable | null {
  if (privateUse.test(value)) return unreadable;
  const text = plain(value).split(change).at(-1)!.replace(/^[\s\ufdd0:：]+/, '').replace(ownNote, '');
  if (/^[\s\ufdd0]*(?:[¥￥]|rmb|cny)?[\s\ufdd0]*\*+/i.test(text)) return unreadable;
  const found = money.exec(text);
  if (found === null) return /\d/.test(text.slice(0, 12)) ? unreadable : null;
  // What a sum contains is part of it.
  const rest = text.slice(found[0].length).replace(/[(（][^()（）]*[)）]/g, '').replace(/[\s\ufdd0,，]*(?:含|包含|内含|其中|最多|最大|最高|可退|上限|不超过|已退|原)[^+＋]*$/, '');
  // 100元以下, 50起: a bound, no sum.
  if (/^[\s\ufdd0]*(?:以[上下内]|及以[上下]|起|封顶|之内|左右|or (?:less|more)|and (?:above|below))/i.test(rest)) return unreadable;
  // 12元5角, 12 . : more of the sum follows than was read.
  if (/^[\s\ufdd0]*(?:\d|[.]$|[.][\s\ufdd0])/.test(rest)) return unreadable;
  const touches = !/[\s\ufdd0]$/.test(found[0]);
  if (touches ? /^[\p{L}%]/u.test(rest) && !/^[含共已原]/.test(rest) : otherUnit.test(rest)) return unreadable;
  // Another sum outside brackets: which one is asked for is not said.
  if (furtherMoney.test(rest)) return unreadable;
  const whole = found[1]!.replace(/[, ]/g, '');
  return found[2] === undefined ? whole : `${whole}.${found[2]}`;
}
