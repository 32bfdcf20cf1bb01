import ExifReader from 'exifreader';

/** One tag of the human-readable table, as text. */
export interface MetadataRow {
  group: string;
  tag: string;
  value: string;
}

const longest = 400;
/** Binary or derived entries that tell a reader nothing. */
const dull = /^(MakerNote|Thumbnail|Images|FileType|Image (?:Width|Height)|Bits Per Sample|Color Components|Subsampling|base64|image|_raw)$/i;

function describe(entry: unknown): string | null {
  const { description, value } = (entry ?? {}) as { description?: unknown; value?: unknown };
  const text = typeof description === 'string' || typeof description === 'number' ? String(description) : typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  return text === null || text.trim() === '' ? null : text.slice(0, longest);
}

/** Tags as a reader expects them, read by exifreader and independent of our own readers. Never throws: an unreadable file has no rows. */
export function metadataTable(bytes: Uint8Array): MetadataRow[] {
  let groups: Record<string, unknown>;
  try {
    groups = ExifReader.load(bytes.slice().buffer, { expanded: true, includeUnknown: false }) as unknown as Record<string, unknown>;
  } catch {
    return [];
  }
  return Object.entries(groups).flatMap(([group, tags]) =>
    tags === null || typeof tags !== 'object' || ArrayBuffer.isView(tags) || tags instanceof ArrayBuffer
      ? []
      : Object.entries(tags).flatMap(([tag, entry]) => {
          const value = dull.test(tag) ? null : describe(entry);
          return value === null ? [] : [{ group, tag, value }];
        }),
  );
}
