import { readSourceType, sourceTerm, type SourceReading } from '../../evidence/digital-source-type';
import type { Metadata } from '../../evidence/metadata';
import { clipped } from '../../evidence/fact-text';
import { defineAnalyser, notApplicable, nothingFound, type Answer } from '../analyser';
import { text } from './digital-source-type.text';

interface Hit {
  /** `source-type`, `ai-property`, `credit`. */
  kind: string;
  property: string;
  value: string;
  reading: SourceReading;
  segment: string;
  offset: number;
}

const strengths: Record<SourceReading, number> = { generated: 3, 'ai-edited': 2, possible: 0, capture: 0, neutral: 0 };

const isIptcExt = (uri: string): boolean => /^https?:\/\/(www\.)?iptc\.org\/std\/Iptc4xmpExt\//i.test(uri);
/** IPTC Photo Metadata Standard 2025.1. */
const aiProperties = new Set(['aisystemused', 'aisystemversionused', 'aipromptinformation', 'aipromptwritername']);

/** Exact credit lines that generators and editors write (photoshop:Credit, IPTC-IIM 2:110). Anything else in the field is a person. */
const credits: [RegExp, SourceReading][] = [
  [/^Made with Google AI$/i, 'generated'],
  [/^Apple Image Playground$/i, 'generated'],
  [/^Edited with Google AI$/i, 'ai-edited'],
  [/^Apple Photos (Generative Edit: )?Clean Up$/i, 'ai-edited'],
];

function hitsOf(metadata: Metadata): Hit[] {
  const hits: Hit[] = [];
  const credit = (property: string, value: string, segment: string, offset: number) => {
    const reading = credits.find(([line]) => line.test(value.trim()))?.[1];
    if (reading) hits.push({ kind: 'credit', property, value, reading, segment, offset });
  };
  for (const { uri, prefix, name, value, segment, offset } of metadata.xmp) {
    const property = `${prefix}:${name}`;
    if (isIptcExt(uri) && /^DigitalSource(File)?Type$/i.test(name)) hits.push({ kind: 'source-type', property, value, reading: readSourceType(value), segment, offset });
    else if (isIptcExt(uri) && aiProperties.has(name.toLowerCase())) hits.push({ kind: 'ai-property', property, value, reading: 'generated', segment, offset });
    else if (name === 'Credit' && /photoshop/i.test(uri)) credit(property, value, segment, offset);
  }
  for (const { record, dataset, text: value, segment, offset } of metadata.iim) if (record === 2 && dataset === 110) credit('IIM 2:110', value, segment, offset);
  return hits;
}

export const digitalSourceType = defineAnalyser({
  id: 'digital-source-type',
  family: 'provenance',
  needs: ['metadata'],
  examine({ metadata }): Answer {
    if (metadata.xmp.length === 0 && metadata.iim.length === 0) return notApplicable('no-xmp');
    const hits = hitsOf(metadata).toSorted((a, b) => strengths[b.reading] - strengths[a.reading]);
    const main = hits[0];
    if (!main) return nothingFound();
    const facts: Answer['facts'] = [
      { key: 'property', value: main.property },
      { key: 'value', value: clipped(main.kind === 'source-type' ? sourceTerm(main.value) : main.value, 200) },
      { key: 'reading', value: main.reading },
      { key: 'kind', value: main.kind },
      { key: 'carrier', value: main.property.startsWith('IIM') ? 'iim' : 'xmp' },
      { key: 'segment', value: main.segment },
      { key: 'offset', value: main.offset },
    ];
    const others = hits.slice(1, 9).map((hit) => `${hit.segment}@${hit.offset} ${hit.property}=${clipped(hit.kind === 'source-type' ? sourceTerm(hit.value) : hit.value, 80)}`);
    if (others.length > 0) facts.push({ key: 'alsoIn', value: others.join('; ') });
    facts.push({ key: 'raw', value: clipped(main.value) });
    const strength = strengths[main.reading];
    return strength > 0 ? { outcome: 'suspicious', strength, facts } : nothingFound(facts);
  },
  text,
});
