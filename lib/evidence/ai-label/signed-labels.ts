import { hammingDistance, perceptualHash } from '../perceptual-hash';
import { parsePublicKey, parseSignature, sm2Verify, Sm2FormatError } from '../sm2';
import { sm3 } from '../sm3';
import type { TraceSource } from '../traces';
import { pinnedKeys, type PinnedKey } from './pinned-keys';
import { readAiLabels } from './read-ai-labels';
import { readSecurityData, type SecurityData } from './security-data';

/** A signed content label, checked offline. */
export interface SignedLabel {
  data: SecurityData;
  /** `unsupported`: another algorithm, or nothing this tool knows how to sign over. `malformed`: key or signature unreadable. */
  signature: 'valid' | 'invalid' | 'unsupported' | 'malformed';
  /** Owner of the key; null for keys nobody vouches for: the label then only agrees with itself. */
  signer: PinnedKey | null;
  /** Bits, of 64, between the hash in the label and that of this picture; null without either. */
  distance: number | null;
}

const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const ascii = (text: string) => new TextEncoder().encode(text);

/** What the signature may cover: the content hash, or the label's first members as the guide's A.1 writes them. */
function messages({ signedPart, contentHash, field, label }: SecurityData): Uint8Array[] {
  if (/^binding$/i.test(signedPart)) return contentHash ? [fromHex(contentHash)] : [];
  const [who, id] = field === 'ReservedCode1' ? (['ContentProducer', 'ProduceID'] as const) : (['ContentPropagator', 'PropagateID'] as const);
  const { fields } = label;
  return [ascii(`"Label":"${fields.Label ?? ''}","${who}":"${fields[who] ?? ''}","${id}":"${fields[id] ?? ''}"`)];
}

/** Some services sign the message, some its digest: both count. */
function check(data: SecurityData): Pick<SignedLabel, 'signature' | 'signer'> {
  const candidates = messages(data);
  if (data.algorithm !== 'sm2' || candidates.length === 0) return { signature: 'unsupported', signer: null };
  try {
    const signature = parseSignature(data.signature);
    for (const point of parsePublicKey(data.key))
      for (const message of candidates)
        if (sm2Verify(message, signature, point) || sm2Verify(sm3(message), signature, point)) {
          const hex = `04${[point.x, point.y].map((value) => value.toString(16).padStart(64, '0')).join('')}`;
          return { signature: 'valid', signer: pinnedKeys.find((pinned) => pinned.key === hex) ?? null };
        }
    return { signature: 'invalid', signer: null };
  } catch (error) {
    if (error instanceof Sm2FormatError) return { signature: 'malformed', signer: null };
    throw error;
  }
}

/** More halves than this are not checked: a signature costs some 10 ms. */
const maxChecked = 8;

/** Signed labels with their signature checked, without the picture. */
export function checkSignedLabels(data: SecurityData[]): SignedLabel[] {
  return data.slice(0, maxChecked).map((one) => ({ data: one, ...check(one), distance: null }));
}

/** Pixels are decoded only when a label has a hash to compare; a picture that cannot be decoded leaves `distance` null. */
export async function signedLabelsTrace(get: TraceSource['get']): Promise<SignedLabel[]> {
  const labels = checkSignedLabels(readSecurityData(readAiLabels(await get('metadata'))));
  if (!labels.some((label) => label.data.perceptualHash)) return labels;
  const pixels = await get('pixels').catch(() => null);
  const found = pixels && perceptualHash(pixels);
  for (const label of labels) if (found && label.data.perceptualHash) label.distance = hammingDistance(label.data.perceptualHash, found);
  return labels;
}
