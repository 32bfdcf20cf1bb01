import ExifReader from 'exifreader';
import { readContainer } from './container';
import { canonicalKey } from './ai-label/label-fields';
import { clipped } from './fact-text';
import { readMetadata } from './metadata';

/** One line of the table that panel and PDF show beside the picture. */
export interface MetadataRow {
  group: string;
  tag: string;
  value: string;
}

const maxRows = 400;
const maxValue = 300;
/** Binary or endless tags, and places: a picture's position is personal and is no evidence of anything here. */
const leftOut = new Set(['MakerNote', 'Thumbnail', 'Images', 'JFIF Thumbnail', 'ApplicationNotes', 'IPTC-NAA', 'ImageSourceData', 'PrintImageMatching', 'Padding', 'offset', 'StripOffsets', 'StripByteCounts', 'TileOffsets', 'TileByteCounts', 'Exif IFD Pointer', 'GPS Info IFD Pointer', 'JFIF Thumbnail Width', 'JFIF Thumbnail Height']);
/** Groups taken from ExifReader; XMP and PNG text are read by us, since a worker has no DOMParser and it skips compressed text. */
const groups: Record<string, string> = { jfif: 'JFIF', exif: 'EXIF', iptc: 'IPTC', icc: 'ICC', riff: 'RIFF', gif: 'GIF' };
/** Account identifiers live in these texts: the finding shows them, masked outside of the device. */
const identifying = /aigc|produceid|propagateid|originItemId|^Signature: |\bJob ID: /i;
const elsewhere = '（见检测发现 / see the finding）';

/** UUIDs and digests: accounts, jobs, documents. They identify somebody and tell a reader nothing. */
const identifier = /^\W*(?:[a-z.]+[:.])*[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12,}$/i;
const notShown = '（标识符，不显示 / identifier, not shown）';

function shown(value: string): string {
  const text = value.replace(/\s+/g, ' ').trim();
  if (identifying.test(text)) return elsewhere;
  return identifier.test(text) ? notShown : clipped(text, maxValue);
}

function exifRows(bytes: Uint8Array): MetadataRow[] {
  let tags: Record<string, unknown>;
  try {
    const copy = bytes.byteOffset === 0 && bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
    tags = ExifReader.load(copy as ArrayBuffer, { expanded: true, includeUnknown: false, excludeTags: { xmp: true, mpf: true, photoshop: true, makerNotes: true, thumbnail: true } }) as Record<string, unknown>;
  } catch {
    return [];
  }
  const rows: MetadataRow[] = [];
  for (const [key, group] of Object.entries(groups)) {
    for (const [tag, entry] of Object.entries((tags[key] ?? {}) as Record<string, { description?: unknown; value?: unknown }>)) {
      if (leftOut.has(tag) || tag.startsWith('GPS') || tag.startsWith('Interoperability')) continue;
      const text = entry?.description ?? entry?.value;
      if (typeof text !== 'string' && typeof text !== 'number') continue;
      if (String(text).trim() !== '') rows.push({ group, tag, value: shown(String(text)) });
    }
  }
  if (tags.gps !== undefined && Object.keys(tags.gps as object).length > 0) rows.push({ group: 'GPS', tag: 'GPS', value: '有（不显示）/ present, not shown' });
  return rows;
}

function ownRows(bytes: Uint8Array): MetadataRow[] {
  const rows: MetadataRow[] = [];
  const container = readContainer(bytes);
  rows.push({ group: 'File', tag: 'Format', value: container.format }, { group: 'File', tag: 'Size', value: `${container.width} × ${container.height}` }, { group: 'File', tag: 'Bytes', value: String(bytes.length) });
  if (container.problems.length > 0) rows.push({ group: 'File', tag: 'Problems', value: container.problems.join(', ') });
  const metadata = readMetadata(bytes, container);
  for (const { carrier, text } of metadata.texts) {
    const [group, tag] = carrier.startsWith('png:') ? ['PNG', carrier.slice(4)] : carrier.startsWith('sef:') ? ['Samsung', carrier.slice(4)] : carrier === 'jpeg:COM' ? ['JPEG', 'Comment'] : carrier === 'gif:comment' ? ['GIF', 'Comment'] : ['', ''];
    if (group) rows.push({ group, tag: clipped(tag!, 80), value: shown(text) });
  }
  for (const { prefix, name, value, within } of metadata.xmp) {
    const place = [...within, `${prefix}:${name}`].join(' / ');
    rows.push({ group: 'XMP', tag: clipped(place, 120), value: /gps/i.test(name) ? '有（不显示）/ present, not shown' : /^aigc$/i.test(name) || canonicalKey(name) ? elsewhere : shown(value) });
  }
  return rows;
}

/**
 * Human-readable metadata: EXIF, IPTC and ICC as ExifReader words them (a second, independent reading), XMP, PNG text and
 * trailers as we read them. Never throws; an unreadable file gives no rows. At most 400 rows of 300 characters.
 */
export function metadataTable(bytes: Uint8Array): MetadataRow[] {
  let own: MetadataRow[] = [];
  try {
    own = ownRows(bytes);
  } catch {
    return [];
  }
  const file = own.filter((row) => row.group === 'File');
  return [...file, ...exifRows(bytes), ...own.filter((row) => row.group !== 'File')].slice(0, maxRows);
}
