import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Family, Finding, Outcome } from '../../../lib/case/finding';
import { fuse } from '../../../lib/scoring/fuse';
import { weights } from '../../../lib/scoring/weights';

const row = (weight: number, floor: number, cap: number) => ({ weight, floor, cap, falseAlarms: { alarms: 0, genuine: 100, measuredOn: 'test' } });
const finding = (analyser: string, family: Family, strength: number, outcome: Outcome = 'suspicious'): Finding => ({ analyser, family, outcome, strength, facts: [] });
const made = { 'test-label': row(1, 0, 4.5), 'test-chunk': row(1, 0, 3), 'test-grid': row(1, 0, 1.5), 'test-clone': row(1, 0, 1.5), 'test-model': row(1, -1, 1.5), 'test-trial': row(0, 0, 0), 'test-camera': row(1, -0.3, 0) };

beforeEach(() => void Object.assign(weights, made));
afterEach(() => {
  for (const id of Object.keys(made)) delete weights[id];
});

test('nothing found is no support', () => {
  expect(fuse([])).toEqual({ log10LR: 0, score: 0, band: 'none', contributions: [] });
});

test('what was not testable, undecided or failed counts nothing', () => {
  const silent = (['inconclusive', 'not-applicable', 'failed'] as const).map((outcome) => finding('test-label', 'provenance', 3, outcome));
  expect(fuse(silent).log10LR).toBe(0);
});

test('an analyser is bounded by its own cap, a family by the shared one', () => {
  const { log10LR, contributions } = fuse([finding('test-label', 'provenance', 9), finding('test-chunk', 'provenance', 3)]);
  expect(contributions.map((one) => one.weighted)).toEqual([4.5, 3]);
  expect(log10LR).toBeCloseTo(5, 10);
  expect(contributions.map((one) => one.counted)).toEqual([3, 2]);
});

test('checks on the same pixels share one cap of 2', () => {
  const { log10LR } = fuse([finding('test-grid', 'compression', 5), finding('test-clone', 'pixels', 5), finding('test-model', 'learned', 5)]);
  expect(log10LR).toBeCloseTo(2, 10);
});

test('a check on trial is listed and adds nothing', () => {
  const { log10LR, contributions } = fuse([finding('test-trial', 'learned', 1.4)]);
  expect(log10LR).toBe(0);
  expect(contributions).toHaveLength(1);
});

test('traces of a camera take off a little, never more than their floor', () => {
  expect(fuse([finding('test-camera', 'metadata', -2, 'consistent')]).log10LR).toBeCloseTo(-0.3, 10);
});

test('an analyser without a weight is a programming error', () => {
  expect(() => fuse([finding('nobody', 'pixels', 1)])).toThrow('nobody');
});
