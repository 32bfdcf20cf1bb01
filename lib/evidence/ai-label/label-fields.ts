import { isObject, objectAt, parseObject, readings, type JsonObject } from '../json-in-text';

/** Members of the metadata element of GB 45438-2025 Annex E, in its order. */
export const labelKeys = ['Label', 'ContentProducer', 'ProduceID', 'ReservedCode1', 'ContentPropagator', 'PropagateID', 'ReservedCode2'] as const;
export type LabelKey = (typeof labelKeys)[number];
export type LabelFields = Partial<Record<LabelKey, string>>;

const byLowerCase = new Map<string, LabelKey>(labelKeys.map((key) => [key.toLowerCase(), key]));
const identifying: readonly LabelKey[] = ['ContentProducer', 'ProduceID', 'ContentPropagator', 'PropagateID'];
const maxDepth = 5;
const maxMentions = 16;

export const canonicalKey = (name: string): LabelKey | undefined => byLowerCase.get(name.toLowerCase());

/** The members of one object whatever the case of their keys; bare numbers count as text. */
export function fieldsOf(object: JsonObject): LabelFields {
  const fields: LabelFields = {};
  for (const [name, value] of Object.entries(object)) {
    const key = canonicalKey(name);
    if (!key || value === null || value === undefined) continue;
    fields[key] = typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : JSON.stringify(value);
  }
  return fields;
}

/** A label must say `Label` and name somebody. In a carrier made for labels `Label` alone will do. */
export const isLabel = (fields: LabelFields, reserved: boolean): boolean =>
  fields.Label !== undefined && (identifying.some((key) => fields[key] !== undefined) || (reserved && /^[123]$/.test(fields.Label)));

/** Tencent COS `imageMogr2/AIGCMetadata` writes these instead (its documentation, not the standard). */
const isCosRecord = (object: JsonObject): boolean => 'ServiceProvider' in object && ('ContentId' in object || 'ContentID' in object);

export interface FoundFields {
  fields: LabelFields;
  /** Whether JSON stood inside JSON as a string. */
  nested: boolean;
  /** Not valid JSON (single quotes, cut off, quotes not escaped): members were read one by one. */
  loose?: boolean;
  /** Written by a cloud store's own scheme instead of Annex E. */
  scheme: 'annex-e' | 'cos';
}

/** Looks through a parsed value for label members, following `AIGC` members and strings that hold JSON. */
function search(value: unknown, reserved: boolean, nested: boolean, depth: number): FoundFields | null {
  if (depth > maxDepth) return null;
  if (typeof value === 'string') {
    const start = value.indexOf('{');
    if (start === -1) return null;
    for (const reading of readings(value)) {
      const object = parseObject(objectAt(reading, reading.indexOf('{')) ?? '');
      const found = object && search(object, reserved, true, depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!isObject(value)) return null;
  const fields = fieldsOf(value);
  if (isLabel(fields, reserved)) return { fields, nested, scheme: 'annex-e' };
  if (reserved && isCosRecord(value)) {
    return { fields: { ContentProducer: String(value.ServiceProvider ?? ''), ProduceID: String(value.ContentId ?? value.ContentID ?? '') }, nested, scheme: 'cos' };
  }
  for (const [name, member] of Object.entries(value).slice(0, 64)) {
    const found = search(member, reserved || name.toUpperCase() === 'AIGC', nested, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Members of something that is nearly JSON, as `str(dict)` and cut-off fields leave it. The first value of a key counts. */
function looseFields(text: string): LabelFields {
  const fields: LabelFields = {};
  const pair = /["']?\b(Label|ContentProducer|ProduceID|ReservedCode1|ContentPropagator|PropagateID|ReservedCode2)["']?\s*[:=]\s*(?:"([^"]{0,2000})"|'([^']{0,2000})'|([\w:/.-]{1,300}))/gi;
  for (const [, name, double, single, bare] of text.slice(0, 16_384).matchAll(pair)) fields[canonicalKey(name!)!] ??= (double ?? single ?? bare ?? '').trim();
  return fields;
}

/**
 * The first label in a text: the whole as JSON, else an object that follows the word `AIGC`.
 * @param reserved the carrier is made for labels (TC260 namespace, PNG keyword `AIGC`).
 */
export function fieldsIn(text: string, reserved: boolean): FoundFields | null {
  let loose: FoundFields | null = null;
  for (const reading of readings(text)) {
    const start = reading.indexOf('{');
    if (start === -1) continue;
    // Only a text that opens with the object is JSON as a whole; elsewhere the word AIGC must lead to it.
    if (reserved || reading.slice(0, start).trim() === '') {
      const object = parseObject(objectAt(reading, start) ?? '');
      const found = object && search(object, reserved, false, 0);
      if (found) return { ...found, nested: found.nested || reading !== text };
    }
    const word = /AIGC/gi;
    for (let n = 0, match = word.exec(reading); match && n < maxMentions; match = word.exec(reading), n++) {
      const glue = /[\s"'=:>\\]{0,40}\{/y;
      glue.lastIndex = word.lastIndex;
      if (!glue.exec(reading)) continue;
      const object = parseObject(objectAt(reading, glue.lastIndex - 1) ?? '');
      const found = object && search(object, reading.slice(Math.max(0, match.index - 6), match.index).includes('TC260'), false, 0);
      if (found) return found;
      loose ??= looselyRead(reading.slice(glue.lastIndex - 1), false);
    }
    if (reserved) loose ??= looselyRead(reading.slice(start), true);
  }
  return loose;
}

function looselyRead(text: string, reserved: boolean): FoundFields | null {
  const fields = looseFields(text);
  return isLabel(fields, reserved) && /^[123]$/.test(fields.Label ?? '') ? { fields, nested: false, scheme: 'annex-e', loose: true } : null;
}
