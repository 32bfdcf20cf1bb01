import { decodeCbor, isMap, type Cbor, type CborMap } from './cbor';
import { jumbfTypes, type Superbox } from './jumbf';
import { MalformedCredential } from './malformed-credential';

/** What a manifest says, before any validation. Field names follow C2PA 2.2 §10–§18. */
export interface Manifest {
  label: string;
  /** 1 for `c2pa.claim`, 2 for `c2pa.claim.v2`. */
  claimVersion: 1 | 2;
  claim: CborMap;
  /** Bytes the signature covers. */
  claimBytes: Uint8Array;
  signatureBytes: Uint8Array | null;
  box: Superbox;
  /** Adds statements to its parent without touching the picture; has no binding of its own (C2PA 2.2 §11.2.2). */
  isUpdate: boolean;
  /** `name version` of each part of the generator that is given. */
  generator: string;
  assertions: Assertion[];
  actions: Action[];
  ingredients: Ingredient[];
  /** digitalSourceType values found anywhere else: assertion metadata, IPTC, ai-disclosure. */
  otherSourceTypes: string[];
}

export interface Assertion {
  /** With its `__n` suffix, as stored. */
  label: string;
  box: Superbox;
  /** Decoded CBOR or JSON; null for binary content. */
  data: Cbor;
}

export interface Action {
  action: string;
  softwareAgent: string;
  description: string;
  /** As written, '' where absent. */
  digitalSourceType: string;
}

export type Relationship = 'parentOf' | 'inputTo' | 'componentOf';
export interface Ingredient {
  relationship: Relationship;
  title: string;
  /** Label of its manifest in the same store; null where it had none. */
  manifest: string | null;
  digitalSourceType: string;
}

export interface HashedUri {
  url: string;
  hash: Uint8Array | null;
  alg: string | null;
}

const text = (value: Cbor | undefined): string => (typeof value === 'string' ? value : '');
const list = (value: Cbor | undefined): Cbor[] => (Array.isArray(value) ? value : []);
const map = (value: Cbor | undefined): CborMap => (isMap(value) ? value : {});
export const withoutSuffix = (label: string) => label.replace(/__\d+$/, '');

export const contentOf = (box: Superbox | undefined, kind: string): Uint8Array | null => box?.contents.find((content) => content.kind === kind)?.data ?? null;

function decodeAssertion(box: Superbox): Assertion {
  const cbor = contentOf(box, 'cbor');
  if (cbor) return { label: box.label, box, data: decodeCbor(cbor) };
  const json = contentOf(box, 'json');
  if (!json) return { label: box.label, box, data: null };
  try {
    return { label: box.label, box, data: JSON.parse(new TextDecoder().decode(json)) as Cbor };
  } catch {
    return { label: box.label, box, data: null };
  }
}

/** A name, or a `generator-info-map` {name, version}. */
const agentName = (value: Cbor | undefined): string => (isMap(value) ? [text(value.name), text(value.version)].filter(Boolean).join(' ') : text(value));

function readActions(assertion: Assertion): Action[] {
  const data = map(assertion.data);
  const agents = list(data.softwareAgents);
  const source = (entry: CborMap) => text(entry.digitalSourceType) || text(map(entry.parameters).digitalSourceType);
  return [...list(data.actions), ...list(data.templates)].filter(isMap).map((entry) => ({
    action: text(entry.action),
    softwareAgent: agentName(entry.softwareAgent ?? (typeof entry.softwareAgentIndex === 'number' ? agents[entry.softwareAgentIndex] : undefined)),
    description: text(entry.description),
    digitalSourceType: source(entry),
  }));
}

const relationships: readonly string[] = ['parentOf', 'inputTo', 'componentOf'] satisfies Relationship[];

/** `self#jumbf=/c2pa/<manifest>/…` gives the manifest's label. */
export const manifestOf = (url: string): string | null => /(?:^|\/)c2pa\/([^/]+)/.exec(url.replace('self#jumbf=', ''))?.[1] ?? null;

function readIngredient(assertion: Assertion): Ingredient {
  const data = map(assertion.data);
  const uri = map(data.activeManifest ?? data.active_manifest ?? data.c2pa_manifest);
  const relationship = text(data.relationship);
  return {
    // An unknown relation is read as the weaker one.
    relationship: relationships.includes(relationship) ? (relationship as Relationship) : 'componentOf',
    title: text(data['dc:title'] ?? data.title),
    manifest: manifestOf(text(uri.url)),
    digitalSourceType: text(data.digitalSourceType),
  };
}

/** Values of every `digitalSourceType` key, whatever its namespace prefix, at any depth the decoders allow. */
function sourceTypesIn(value: Cbor, found: Set<string>): void {
  if (Array.isArray(value)) for (const one of value) sourceTypesIn(one, found);
  else if (isMap(value))
    for (const [key, one] of Object.entries(value))
      if (/(?:^|:)digitalSourceType$/i.test(key) && typeof one === 'string') found.add(one);
      else sourceTypesIn(one, found);
}

const inherited = (label: string) => /^c2pa\.(actions|ingredient|hash|thumbnail)(\.|$|__)/.test(label);

function readGenerator(claim: CborMap): string {
  const info = [claim.claim_generator_info].flat().filter(isMap).map(agentName);
  return [...new Set([...info, text(claim.claim_generator)].filter(Boolean))].join('; ');
}

function readManifest(box: Superbox): Manifest {
  const claimBox = box.boxes.find((one) => one.type === jumbfTypes.claim);
  const claimBytes = contentOf(claimBox, 'cbor');
  if (!claimBox || !claimBytes) throw new MalformedCredential('missing', 'manifest without a claim');
  const claim = decodeCbor(claimBytes);
  if (!isMap(claim)) throw new MalformedCredential('cbor', 'claim is not a map');
  const stores = box.boxes.filter((one) => one.type === jumbfTypes.assertions);
  const assertions = stores.flatMap((store) => store.boxes).map(decodeAssertion);
  const others = new Set<string>();
  for (const assertion of assertions) if (!inherited(assertion.label)) sourceTypesIn(assertion.data, others);
  const labelled = (prefix: RegExp) => assertions.filter((assertion) => prefix.test(assertion.label));
  return {
    label: box.label,
    claimVersion: claimBox.label.startsWith('c2pa.claim.v2') ? 2 : 1,
    claim,
    claimBytes,
    signatureBytes: contentOf(
      box.boxes.find((one) => one.type === jumbfTypes.signature),
      'cbor',
    ),
    box,
    isUpdate: box.type === jumbfTypes.updateManifest,
    generator: readGenerator(claim),
    assertions,
    actions: labelled(/^c2pa\.actions(\.|$|__)/).flatMap(readActions),
    ingredients: labelled(/^c2pa\.ingredient(\.|$|__)/).map(readIngredient),
    otherSourceTypes: [...others],
  };
}

/**
 * All manifests of a store in order; the last one is active (C2PA 2.2 §11.1.4.2).
 * @throws {MalformedCredential} when the active one cannot be read; broken older ones are left out.
 */
export function readManifests(store: Superbox): Manifest[] {
  const boxes = store.boxes.filter((box) => box.type === jumbfTypes.manifest || box.type === jumbfTypes.updateManifest);
  if (store.boxes.at(-1)?.type === jumbfTypes.compressedManifest) throw new MalformedCredential('compressed', 'manifest compressed with Brotli');
  if (boxes.length === 0) throw new MalformedCredential('missing', 'store without a manifest');
  return boxes.flatMap((box, i) => {
    try {
      return [readManifest(box)];
    } catch (error) {
      if (i < boxes.length - 1 && error instanceof MalformedCredential) return [];
      throw error;
    }
  });
}

/** References of the claim to its assertions; v2 splits them in two lists. */
export function assertionReferences(claim: CborMap): HashedUri[] {
  return [claim.assertions, claim.created_assertions, claim.gathered_assertions].flatMap(list).filter(isMap).map(hashedUri);
}

export function hashedUri(uri: CborMap): HashedUri {
  return { url: text(uri.url), hash: uri.hash instanceof Uint8Array ? uri.hash : null, alg: typeof uri.alg === 'string' ? uri.alg : null };
}
