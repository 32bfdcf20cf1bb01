import { expect, test } from 'vitest';
import type { Finding } from '../../../lib/case/finding';
import { fuse } from '../../../lib/scoring/fuse';
import { propositionOf } from '../../../lib/scoring/proposition';

const finding = (analyser: string, family: Finding['family'], strength: number, verdict?: string): Finding => ({ analyser, family, outcome: 'suspicious', strength, facts: verdict ? [{ key: 'verdict', value: verdict }] : [] });
const label = finding('ai-label', 'provenance', 3);
const reused = finding('reused-image', 'reuse', 3);
const about = (...findings: Finding[]) => propositionOf(fuse(findings));

test('a picture of an earlier claim is not said to be generated or edited', () => {
  expect(about(reused)).toBe('origin');
  expect(about(finding('repeated-label', 'reuse', 2))).toBe('origin');
  expect(about(finding('capture-time', 'metadata', 1.5))).toBe('origin');
});

test('nor is the merchant’s own picture as it was; an altered one is', () => {
  expect(about(finding('listing-match', 'own-pictures', 3, 'same-picture-unaltered'))).toBe('origin');
  expect(about(finding('listing-match', 'own-pictures', 4, 'same-picture-altered'))).toBe('alteration');
});

test('what changes nothing about the band does not change the words', () => {
  expect(about(label)).toBe('alteration');
  expect(about()).toBe('alteration');
  expect(about(label, finding('reused-image', 'reuse', 0.001))).toBe('alteration');
});

test('where both carry the band, both are said', () => {
  expect(about(finding('ai-label', 'provenance', 1.2), reused)).toBe('both');
});
