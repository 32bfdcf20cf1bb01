import type { ClaimFacts } from '../../case/claim';
import { findDuration } from '../countdown';
import type { FieldId } from '../recipe';
import { readRefundType, typeWords } from '../refund-type';
import { compact, plain } from '../text';
import { findTime } from '../times';

/** The number a text holds: the longest run of letters, digits and dashes with four digits or more. */
export function numberIn(text: string): string | null {
  const runs = (plain(text).match(/[A-Za-z0-9][A-Za-z0-9_-]{3,39}/g) ?? []).filter((run) => /\d{4}/.test(run.replace(/[-_]/g, '')));
  return runs.sort((one, other) => other.length - one.length)[0] ?? null;
}

const digits = (text: string): string => plain(text).replace(/\D/g, '');

/**
 * Whether a claim's field holds what was pointed at. `text` may hold the label as well. With `others` given it may be only a part of the
 * value, as long as the value holds nothing else that was pointed at.
 */
export function agrees(field: FieldId, claim: ClaimFacts, text: string, label: string, others: readonly string[] | null): boolean {
  const bare = compact(text).replace(compact(label), '').replace(/^[:：]/, '');
  switch (field) {
    case 'orderId':
    case 'afterSaleId':
      return claim[field] !== null && compact(claim[field]) === compact(numberIn(text) ?? '');
    case 'amount': {
      const own = digits(bare);
      // A sum may be set in parts (¥ | 16 | .8): one of them was pointed at.
      return claim.amount !== null && (own === '' ? /[¥￥$]/.test(bare) : others !== null ? digits(claim.amount.value).includes(own) : digits(claim.amount.value) === own);
    }
    case 'refundType': {
      const type = readRefundType(bare, typeWords(undefined));
      return claim.refundType !== 'unknown' && (type === null || type.type === claim.refundType);
    }
    case 'appliedAt': {
      const written = findTime(text, claim.appliedAt?.slice(19) || '+08:00');
      return claim.appliedAt !== null && (written === null ? digits(claim.appliedAt.slice(0, 19)).includes(digits(bare)) : Date.parse(written.iso) === Date.parse(claim.appliedAt));
    }
    case 'respondBy':
      return claim.respondBy !== null && (findDuration(text) !== null || findTime(text, '+08:00') !== null || /\d/.test(text));
    default: {
      const value = claim[field];
      return value !== null && bare !== '' && (compact(value) === bare || (others !== null && compact(value).includes(bare) && !others.some((other) => compact(value).includes(other))));
    }
  }
}
