import type { Container } from '../container';
import type { TraceSource } from '../traces';
import { namespaces } from '../xmp';
import type { Metadata } from '../metadata';
import type { Certificate } from './certificate';
import { readJumbf } from './jumbf';
import { MalformedCredential } from './malformed-credential';
import { readManifests, type Action, type Ingredient, type Manifest } from './manifest';
import { reachOf, type Reach } from './reach';
import { findStore } from './store';
import { trustAnchors } from './trust-list';
import { validateManifest, type Validation } from './validate';

/** One manifest, read and validated. */
export interface CredentialManifest {
  label: string;
  generator: string;
  reach: Reach;
  actions: Action[];
  ingredients: Ingredient[];
  otherSourceTypes: string[];
  validation: Validation;
}

export interface Credential {
  /** Kind, offset and size of the carrying segment's store. */
  carrier: string;
  offset: number;
  length: number;
  /** Set when the store is there but cannot be read; `manifests` is then empty. */
  problem: string | null;
  /** In file order; the last is the active one. */
  manifests: CredentialManifest[];
}

export interface C2pa {
  credential: Credential | null;
  /** Address of a credential kept elsewhere (XMP `dcterms:provenance`). Reported, never fetched. */
  remote: string | null;
}

/** More manifests than this in one chain are read but not validated. */
const maxValidated = 64;

export function remoteAddress(metadata: Metadata): string | null {
  const property = metadata.xmp.find((one) => one.name === 'provenance' && (one.uri === namespaces.dcterms || one.uri === ''));
  return property && /^https?:\/\//i.test(property.value) ? property.value.slice(0, 2048) : null;
}

const described = ({ label, generator, actions, ingredients, otherSourceTypes }: Manifest) => ({ label, generator, actions, ingredients, otherSourceTypes });

/** Reads and validates what is embedded. Everything wrong with it becomes a code; never throws for what is in the bytes. */
export async function readCredential(bytes: Uint8Array, container: Container, anchors: readonly Certificate[] = trustAnchors()): Promise<Credential | null> {
  const place = { carrier: '', offset: 0, length: 0 };
  try {
    const found = findStore(bytes, container);
    if (!found) return null;
    Object.assign(place, { carrier: found.carrier, offset: found.offset, length: found.jumbf.length });
    const store = readJumbf(found.jumbf);
    const manifests = readManifests(store);
    const boxes = new Map(store.boxes.map((box) => [box.label, box]));
    const reach = reachOf(manifests);
    const active = manifests.at(-1);
    const read: CredentialManifest[] = [];
    for (const manifest of manifests.slice(-maxValidated)) {
      const validation = await validateManifest(bytes, container, manifest, boxes, anchors, manifest === active);
      read.push({ ...described(manifest), reach: reach.get(manifest.label) ?? 'unlinked', validation });
    }
    return { ...place, problem: null, manifests: read };
  } catch (error) {
    if (!(error instanceof MalformedCredential)) throw error;
    return { ...place, problem: error.code, manifests: [] };
  }
}

export async function c2paTrace(get: TraceSource['get']): Promise<C2pa> {
  const container = await get('container');
  return { credential: await readCredential(await get('bytes'), container), remote: remoteAddress(await get('metadata')) };
}
