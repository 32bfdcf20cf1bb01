import type { FactValue, Finding } from '../case/finding';
import { letterWords } from './page-text';

/** Value of a fact that may leave the device; account identifiers (private) never do. */
export const fact = (finding: Finding, key: string): FactValue | null => finding.facts.find((one) => one.key === key && !one.private)?.value ?? null;

/** The first of these facts whose words may stand in a letter. */
export function words(finding: Finding, longest: number, ...keys: string[]): string | null {
  for (const key of keys) {
    const value = fact(finding, key);
    const found = value === null ? null : letterWords(String(value), longest);
    if (found) return found;
  }
  return null;
}
