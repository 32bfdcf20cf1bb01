import type { Metadata } from '../metadata';
import { canonicalKey, fieldsIn, isLabel, type FoundFields, type LabelFields } from './label-fields';

/** One label of GB 45438-2025 as read from the file. */
export interface AiLabel {
  fields: LabelFields;
  carrier: string;
  segment: string;
  /** Of the value that holds the label, from the start of the file. */
  offset: number;
  /** `xmp-element`, `xmp-attribute`, `xmp-item`, `xmp-struct`, `png-text`, `exif-json`, `json`; `+string` when JSON stood inside a string, `+loose` when it was not valid JSON. */
  serialisation: string;
  scheme: FoundFields['scheme'];
  raw: string;
}

/** The namespace of TC260-PG-20259A, tolerant of scheme, case and a missing slash; the prefix where none is declared. */
const isTc260 = (property: { uri: string; prefix: string }): boolean => /tc260\.org\.cn\/ns\/aigc/i.test(property.uri) || (property.uri === '' && /^tc260$/i.test(property.prefix));

const mention = /aigc|contentproducer|contentpropagator/i;
/** Labels are short even with their security data; of longer texts only the neighbourhood of the first mention is searched. */
const maxLabelText = 128 << 10;

/** The part of a text that may hold a label; null where none is mentioned. */
function labelPart(text: string, reserved: boolean): string | null {
  const at = reserved ? 0 : text.search(mention);
  if (at === -1) return null;
  return text.length <= maxLabelText ? text : text.slice(Math.max(0, at - 64), at + maxLabelText);
}

function kindOf(carrier: string): string {
  if (carrier.startsWith('png:')) return 'png-text';
  return carrier.startsWith('exif:') ? 'exif-json' : 'json';
}

/** Label members written as properties of their own: `<TC260:AIGC rdf:parseType="Resource"><TC260:Label>1</…>`. */
function structs(metadata: Metadata): AiLabel[] {
  const bySegment = new Map<string, AiLabel>();
  for (const property of metadata.xmp) {
    const key = isTc260(property) ? canonicalKey(property.name) : undefined;
    if (!key) continue;
    const label = bySegment.get(property.segment) ?? { fields: {}, carrier: 'xmp', segment: property.segment, offset: property.offset, serialisation: 'xmp-struct', scheme: 'annex-e', raw: '' };
    label.fields[key] ??= property.value;
    label.raw += `${property.prefix}:${property.name}=${property.value}\n`;
    bySegment.set(property.segment, label);
  }
  return [...bySegment.values()].filter((label) => isLabel(label.fields, true));
}

/**
 * Every label in the file, in all carriers and serialisations of TC260-PG-20259A and those seen in real files.
 * The same label in two carriers counts twice: each has its own place.
 */
export function readAiLabels(metadata: Metadata): AiLabel[] {
  const labels = structs(metadata);
  const packetsWithLabel = new Set(labels.map((label) => label.segment));
  const add = (found: FoundFields, place: Pick<AiLabel, 'carrier' | 'segment' | 'offset' | 'raw'>, serialisation: string) =>
    labels.push({ fields: found.fields, scheme: found.scheme, ...place, serialisation: `${serialisation}${found.nested ? '+string' : ''}${found.loose ? '+loose' : ''}` });

  for (const property of metadata.xmp) {
    const reserved = isTc260(property) && /^aigc$/i.test(property.name);
    const part = labelPart(property.value, reserved);
    const found = part === null ? null : fieldsIn(part, reserved);
    if (!found) continue;
    packetsWithLabel.add(property.segment);
    add(found, { carrier: `xmp:${property.name}`, segment: property.segment, offset: property.offset, raw: property.value }, `xmp-${property.form}`);
  }
  for (const { carrier, text, offset, segment } of metadata.texts) {
    // A packet is searched as plain text only when its markup is too broken to give the property.
    if (carrier === 'xmp' && packetsWithLabel.has(segment)) continue;
    const reserved = /^png:(aigc|tc260:aigc)$/i.test(carrier);
    const part = labelPart(text, reserved);
    const found = part === null ? null : fieldsIn(part, reserved);
    if (found) add(found, { carrier, segment, offset, raw: text }, carrier === 'xmp' ? 'xmp-broken' : kindOf(carrier));
  }
  return labels;
}
