import { expect, test } from 'vitest';
import { analysers } from '../../../lib/analysers';
import { defineAnalyser, type Analyser } from '../../../lib/analysers/analyser';
import { analyserText } from '../../../lib/analysers/analyser-text';
import { examine } from '../../../lib/analysers/examine';
import { traceSource, type TraceHost } from '../../../lib/evidence/traces';
import { aiLabel } from '../../../lib/analysers/provenance/ai-label';
import { aigcPacket, withXmp } from '../../stand-in/photos';

const host: TraceHost = { decode: async () => ({ width: 1, height: 1, rgb: new Uint8Array(3) }) };
const labelled = withXmp(Uint8Array.from([0xff, 0xd8, 0xff, 0xd9]), aigcPacket());
const words = { name: 'n', summary: () => 's', look: 'l', ignore: 'i', alternatives: 'a' };
const seeing = defineAnalyser({ id: 'seeing', family: 'own-pictures', needs: ['bytes'], seesScreenshots: true, text: { zh: words, en: words }, examine: () => ({ outcome: 'suspicious', strength: 4, facts: [{ key: 'verdict', value: 'same-picture-altered' }] }) });

test('a check of the file itself does not apply to a screenshot, and says so in its own card', async () => {
  const [plain] = await examine(traceSource(labelled, host), {}, [aiLabel] as Analyser[]);
  expect(plain!.outcome).toBe('suspicious');
  const [finding] = await examine(traceSource(labelled, host), { screenshot: true }, [aiLabel] as Analyser[]);
  expect(finding).toMatchObject({ outcome: 'not-applicable', strength: 0, facts: [{ key: 'reason', value: 'screenshot' }] });
  expect(analyserText('ai-label', 'zh')!.summary(finding!)).toContain('元数据与压缩痕迹不代表原图');
  expect(analyserText('ai-label', 'en')!.summary(finding!)).toContain('screenshot');
  expect(analyserText('ai-label', 'zh')!.summary(plain!)).toContain('AI 内容标识');
});

test('what can be seen is told, and weighs nothing', async () => {
  const [finding] = await examine(traceSource(labelled, host), { screenshot: true }, [seeing] as Analyser[]);
  expect(finding).toMatchObject({ outcome: 'suspicious', strength: 0, facts: [{ key: 'verdict', value: 'same-picture-altered' }, { key: 'screenshot', value: true }] });
});

test('only comparisons of what is seen look at screenshots', () => {
  expect(analysers.filter((one) => one.seesScreenshots).map((one) => one.family)).toSatisfy((families: string[]) => families.length > 0 && families.every((family) => family === 'own-pictures' || family === 'reuse'));
});
