import { unreadable } from './money';
import type { Unreadable } from './money';
import { SEAM } from './page-tree';
import { plain, privateUse } from './text';

/**
 * The id at the start of a value. `shape` is the recipe's regular expression source for a whole id.
 * An id broken over several elements is put together only where the whole then has that shape and its first part has not.
 */
export function readId(value: string, shape: string): string | Unreadable | null {
  if (privateUse.test(value)) return unreadable;
  const text = plain(value).replace(/^[\s\ufdd0:：#]+/, '');
  const whole = new RegExp(`^(?:${shape})$`, 'i');
  const pieces = text.split(SEAM).map((piece) => piece.trim()).filter((piece) => piece !== '');
  const first = pieces[0];
  if (first === undefined) return null;
  const token = /^[A-Za-z0-9][A-Za-z0-9_-]*/.exec(first)?.[0] ?? '';
  const rest = first.slice(token.length);
  if (/^[*•.…]/.test(rest)) return unreadable; // masked or shortened
  if (whole.test(token) && !/^[\p{L}]{0}\d/u.test(rest)) {
    const following = pieces[1];
    // "123" | "456": two numbers side by side, or one in two parts? Only a part that ends in a letter or sign is surely finished.
    if (rest.trim() === '' && following !== undefined && (whole.test(following) || (/^\d+$/.test(following) && !text.includes(' ')))) return unreadable;
    return token;
  }
  let joined = '';
  for (const piece of pieces.slice(0, 6)) {
    if (!/^[A-Za-z0-9_-]+$/.test(piece)) break;
    joined += piece;
  }
  return joined !== token && whole.test(joined) ? joined : null;
}
