import type { Fact, Finding } from '../case/finding';

/** What stands for a value that names somebody. The byte-exact original still holds it. */
export const masked = '（已隐去）';

/** Account identifiers leave the device only when the merchant asked for it. Texts made from the finding are masked with it. */
export function maskFinding(finding: Finding, unmask: boolean): Finding {
  if (unmask || !finding.facts.some((fact) => fact.private)) return finding;
  return { ...finding, facts: finding.facts.map((fact): Fact => (fact.private ? { ...fact, value: masked } : fact)) };
}
