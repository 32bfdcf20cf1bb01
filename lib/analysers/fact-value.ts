import type { FactValue, Finding } from '../case/finding';

/** Value of the first fact with this key, or undefined. */
export const fact = (finding: Finding, key: string): FactValue | undefined => finding.facts.find((one) => one.key === key)?.value;

/** The same as text; '' where absent. */
export const factText = (finding: Finding, key: string): string => String(fact(finding, key) ?? '');
