import type { Fact } from '../../case/finding';
import { readAiLabels, type AiLabel } from '../../evidence/ai-label/read-ai-labels';
import { readExportRecords, type ExportRecord } from '../../evidence/ai-label/export-record';
import { readProducerCode } from '../../evidence/ai-label/producer-code';
import { clipped } from '../../evidence/fact-text';
import { defineAnalyser, notApplicable, nothingFound } from '../analyser';
import { text } from './ai-label.text';

/** Label 1 is the generator's own declaration; 2 and 3 are a propagating platform's guess (GB 45438-2025 Annex E). */
const strengths: Record<string, number> = { '1': 3, '2': 1.5, '3': 1.5 };
const exportStrengths: Record<ExportRecord['reading'], number> = { declared: 3, marked: 2, hint: 0.5, none: 0 };

const strengthOf = (label: AiLabel): number => (label.scheme === 'cos' ? 2 : (strengths[label.fields.Label ?? ''] ?? 0));
const place = ({ segment, offset, carrier }: { segment: string; offset: number; carrier: string }): string => `${segment}@${offset} ${carrier}`;

/** Name or code of a service, and what the code tells: whom it is registered to, whether its check digit holds. */
function service(key: 'producer' | 'propagator', value: string | undefined): Fact[] {
  if (!value) return [];
  const facts: Fact[] = [{ key, value: clipped(value, 200) }];
  const code = readProducerCode(value);
  if (!code) return facts;
  if (code.operator) facts.push({ key: `${key}Operator`, value: code.operator });
  facts.push({ key: `${key}CodeValid`, value: code.checkDigitValid });
  return facts;
}

function labelFacts(label: AiLabel): Fact[] {
  const { fields } = label;
  const facts: Fact[] = [{ key: 'label', value: clipped(fields.Label ?? '', 20) }, ...service('producer', fields.ContentProducer)];
  if (fields.ProduceID) facts.push({ key: 'produceId', value: clipped(fields.ProduceID, 300), private: true });
  facts.push(...service('propagator', fields.ContentPropagator));
  if (fields.PropagateID) facts.push({ key: 'propagateId', value: clipped(fields.PropagateID, 300), private: true });
  return facts;
}

function exportFacts(record: ExportRecord): Fact[] {
  const facts: Fact[] = [{ key: 'exportReading', value: record.reading }];
  for (const key of ['product', 'exportType', 'labelType', 'aigcType'] as const) if (record[key]) facts.push({ key, value: clipped(record[key], 100) });
  if (record.originItemId) facts.push({ key: 'originItemId', value: clipped(record.originItemId, 100), private: true });
  return facts;
}

export const aiLabel = defineAnalyser({
  id: 'ai-label',
  family: 'provenance',
  needs: ['metadata'],
  examine({ metadata }) {
    const labels = readAiLabels(metadata).toSorted((a, b) => strengthOf(b) - strengthOf(a));
    const records = readExportRecords(metadata).toSorted((a, b) => exportStrengths[b.reading] - exportStrengths[a.reading]);
    const [label, record] = [labels[0], records[0]];
    const strength = Math.max(label ? strengthOf(label) : 0, record ? exportStrengths[record.reading] : 0);
    const main = label && (strengthOf(label) > 0 || !record) ? label : record;
    if (!main) return metadata.texts.length === 0 ? notApplicable('no-metadata') : nothingFound();

    const facts: Fact[] = [];
    if (label) facts.push(...labelFacts(label));
    if (record) facts.push(...exportFacts(record));
    facts.push({ key: 'carrier', value: main.carrier }, { key: 'segment', value: main.segment }, { key: 'offset', value: main.offset });
    facts.push({ key: 'serialisation', value: 'serialisation' in main ? main.serialisation : 'export-json' });
    const others = [...labels, ...records].filter((other) => other !== main).slice(0, 8);
    if (others.length > 0) facts.push({ key: 'alsoIn', value: others.map(place).join('; ') });
    facts.push({ key: 'raw', value: clipped(main.raw), private: true });
    return strength > 0 ? { outcome: 'suspicious', strength, facts } : nothingFound(facts);
  },
  text,
});
