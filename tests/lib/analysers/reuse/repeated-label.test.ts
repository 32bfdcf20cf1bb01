import { expect, test } from 'vitest';
import type { Analyser } from '../../../../lib/analysers/analyser';
import { repeatedLabel, type EarlierLabel } from '../../../../lib/analysers/reuse/repeated-label';
import { ask, factsOf } from '../../../fixtures/ask';
import { aigcPacket, plainPhoto, withXmp } from '../../../stand-in/photos';

const analyser = repeatedLabel as Analyser;
const labelled = async (id: string) => new Uint8Array(withXmp(await plainPhoto('allium-oreophilum', 200), aigcPacket('1', id)));
const seen = (table: Record<string, EarlierLabel[]>) => async (number: string) => table[number] ?? [];
const earlier: EarlierLabel = { caseId: 'jd:1', orderId: 'A', appliedAt: '2026-10-01T09:00:00+08:00' };

test('one number in the claims of two orders counts; its identifiers are private', async () => {
  const finding = await ask(analyser, await labelled('n-1'), { orderId: 'B', earlierLabels: seen({ 'n-1': [earlier] }) });
  expect(finding).toMatchObject({ outcome: 'suspicious', strength: 3, family: 'reuse' });
  expect(factsOf(finding)).toMatchObject({ produceId: 'n-1', claims: 1, orderId: 'A' });
  expect(finding.facts.filter((fact) => fact.private).map((fact) => fact.key)).toEqual(['produceId', 'caseId', 'orderId']);
  expect(repeatedLabel.text.zh.summary(finding)).toContain('2026-10-01');
});

test('the same order again, another number, or no number at all do not count', async () => {
  const context = { orderId: 'A', earlierLabels: seen({ 'n-1': [earlier] }) };
  expect(await ask(analyser, await labelled('n-1'), context)).toMatchObject({ outcome: 'inconclusive', strength: 0 });
  expect(await ask(analyser, await labelled('n-2'), context)).toMatchObject({ outcome: 'inconclusive', strength: 0 });
  expect(await ask(analyser, new Uint8Array(await plainPhoto('allium-oreophilum', 200)), context)).toMatchObject({ outcome: 'not-applicable' });
  expect(await ask(analyser, await labelled('n-1'))).toMatchObject({ outcome: 'not-applicable' });
});
