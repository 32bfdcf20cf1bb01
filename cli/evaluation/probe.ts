import { auc } from './measures';

const folds = 5;
const steps = 400;

/** Logistic regression with a ridge, by plain gradient descent on standardised columns. */
function fit(rows: readonly number[][], labels: readonly boolean[]): (row: readonly number[]) => number {
  const width = rows[0]!.length;
  const mean = new Array<number>(width).fill(0);
  const spread = new Array<number>(width).fill(0);
  for (const row of rows) row.forEach((value, i) => (mean[i]! += value / rows.length));
  for (const row of rows) row.forEach((value, i) => (spread[i]! += (value - mean[i]!) ** 2 / rows.length));
  const standard = (row: readonly number[]) => row.map((value, i) => (value - mean[i]!) / Math.sqrt(spread[i]! + 1e-9));
  const x = rows.map(standard);
  const positives = labels.filter(Boolean).length;
  const weights = new Array<number>(width).fill(0);
  let bias = 0;
  for (let step = 0; step < steps; step++) {
    const gradient = weights.map((w) => 0.01 * w);
    let lean = 0;
    x.forEach((row, n) => {
      const z = row.reduce((sum, value, i) => sum + value * weights[i]!, bias);
      const error = (1 / (1 + Math.exp(-z)) - (labels[n] ? 1 : 0)) / (2 * (labels[n] ? positives : rows.length - positives));
      lean += error;
      row.forEach((value, i) => (gradient[i]! += error * value));
    });
    const rate = 2 / Math.sqrt(width);
    bias -= rate * lean;
    gradient.forEach((g, i) => (weights[i]! -= rate * g));
  }
  return (row) => standard(row).reduce((sum, value, i) => sum + value * weights[i]!, bias);
}

/**
 * How well a throw-away probe tells the classes apart from something that should not tell them apart: cross-validated
 * AUC, whole groups (sources) left out together. Near 0.5 is good; a high value means the set is biased.
 */
export function probeAuc(rows: readonly number[][], labels: readonly boolean[], groups: readonly string[]): number {
  const names = [...new Set(groups)].sort();
  const foldOf = new Map(names.map((name, i) => [name, i % folds]));
  const scores = { generated: [] as number[], genuine: [] as number[] };
  for (let fold = 0; fold < folds; fold++) {
    const inside = labels.map((_, i) => i).filter((i) => foldOf.get(groups[i]!) !== fold);
    const outside = labels.map((_, i) => i).filter((i) => foldOf.get(groups[i]!) === fold);
    if (outside.length === 0 || new Set(inside.map((i) => labels[i])).size < 2) continue;
    const score = fit(inside.map((i) => rows[i]!), inside.map((i) => labels[i]!));
    for (const i of outside) scores[labels[i] ? 'generated' : 'genuine'].push(score(rows[i]!));
  }
  return auc(scores.generated, scores.genuine);
}
