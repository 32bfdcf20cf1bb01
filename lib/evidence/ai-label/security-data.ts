import { isObject, parseObject, type JsonObject } from '../json-in-text';
import type { AiLabel } from './read-ai-labels';

/** Security data of a content label (guide TC260-PG-202511A): signature, key and bindings, as written. */
export interface SecurityData {
  /** Which half of the label carries it. */
  field: 'ReservedCode1' | 'ReservedCode2';
  label: AiLabel;
  /** Of TBSData: `Binding` (the content hash), `LabelMataData` or `Md` (the label's own members). */
  signedPart: string;
  algorithm: string;
  signature: string;
  key: string;
  perceptualHash: string | null;
  /** Hex digest the signature of kind `Binding` covers. */
  contentHash: string | null;
  keyVersion: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const objects = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.filter(isObject) : []);
const member = (object: JsonObject | undefined, ...names: string[]): unknown => {
  const wanted = names.map((name) => name.toLowerCase());
  return object && Object.entries(object).find(([name]) => wanted.includes(name.toLowerCase()))?.[1];
};

/** Object identifiers stand for names in some files. */
const algorithmNames: Record<string, string> = { '1.2.156.10197.1.501': 'sm2', '1.2.156.10197.1.301': 'sm2', '1.2.156.10197.1.401': 'sm3' };
const algorithm = (value: unknown) => algorithmNames[text(value)] ?? text(value).toLowerCase();

function parse(field: SecurityData['field'], label: AiLabel): SecurityData | null {
  const outer = parseObject(label.fields[field] ?? '');
  const wrapped = outer && member(outer, 'SecurityData');
  const data = typeof wrapped === 'string' ? parseObject(wrapped) : isObject(wrapped) ? wrapped : outer;
  if (!data || text(member(data, 'Type')) !== 'TC260PG') return null;
  const parts = objects(member(data, 'PubSD'));
  const signature = parts.find((part) => text(member(part, 'Type')) === 'DS');
  const key = parts.find((part) => text(member(part, 'Type')) === 'PubKey');
  if (!signature) return null;
  const signed = member(signature, 'TBSData');
  const bindings = objects(member(data, 'Bindings', 'Bnd'));
  const binding = (name: string) => text(member(bindings.find((one) => algorithm(member(one, 'AlgID')) === name), 'Value'));
  const perceptual = binding('phash');
  const hash = binding('sm3');
  const extension = member(data, 'Extension');
  return {
    field,
    label,
    signedPart: text(isObject(signed) ? member(signed, 'Type') : ''),
    algorithm: algorithm(member(signature, 'AlgID')),
    signature: text(member(signature, 'Signature')),
    key: text(member(key, 'KeyValue')),
    perceptualHash: /^[0-9a-f]{16}$/i.test(perceptual) ? perceptual.toLowerCase() : null,
    contentHash: /^[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : null,
    keyVersion: isObject(extension) ? text(member(extension, 'KeyVersion')) : '',
  };
}

/** Signed halves of all labels; a half that only holds free text or an opaque code is left out. */
export function readSecurityData(labels: AiLabel[]): SecurityData[] {
  return labels.flatMap((label) => (['ReservedCode1', 'ReservedCode2'] as const).flatMap((field) => parse(field, label) ?? []));
}
