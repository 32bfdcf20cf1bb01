import { operatorOf } from './operators';

/** A 27-character service code of TC260-PG-20252A: `00` format, `1` organisation, `1` USCC, 18 USCC, 5 service extension. */
export interface ProducerCode {
  uscc: string;
  extension: string;
  /** GB 32100-2015 check digit of the USCC. */
  checkDigitValid: boolean;
  /** Whom the code is registered to, where we know; a legal entity may run several brands. */
  operator: string | null;
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015 §5.5: weights 3^i mod 31, check = 31 − sum mod 31. */
export function usccValid(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (let i = 0; i < 17; i++) {
    sum += alphabet.indexOf(code[i]!) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] === code[17];
}

/** @returns null for a bare name or anything else that is no code. */
export function readProducerCode(text: string): ProducerCode | null {
  const match = /^0011([0-9A-Z]{18})([0-9A-Z]{5})$/.exec(text.trim());
  if (!match) return null;
  const [, uscc, extension] = match as unknown as [string, string, string];
  return { uscc, extension, checkDigitValid: usccValid(uscc), operator: operatorOf(uscc) };
}
