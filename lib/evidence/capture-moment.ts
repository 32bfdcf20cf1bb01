import type { Metadata } from './metadata';

/** When the file says the picture was taken. */
export interface CaptureMoment {
  /** Milliseconds since 1970 UTC. Without an offset in the file, the marketplaces' own time (UTC+8) is assumed. */
  at: number;
  offsetKnown: boolean;
  field: string;
  text: string;
  segment: string;
  offset: number;
}

const chinaOffset = '+08:00';

/** EXIF `YYYY:MM:DD HH:MM:SS` or ISO 8601, with an offset of its own or the given one. NaN for `0000:00:00` and other nonsense. */
export function parseMoment(text: string, offset: string | null): { at: number; offsetKnown: boolean } {
  const match = /^\s*(\d{4})[:\-/](\d{2})[:\-/](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (!match) return { at: Number.NaN, offsetKnown: false };
  const [, year, month, day, hour, minute, second = '00', zone] = match;
  const given = zone ?? (offset && /^[+-]\d{2}:\d{2}$/.test(offset.trim()) ? offset.trim() : null);
  const known = given === 'Z' ? 'Z' : given?.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  return { at: Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${known ?? chinaOffset}`), offsetKnown: known !== undefined };
}

/** Clocks that were never set begin at the maker's first day; what is older than digital market places is no date either. */
const plausible = (at: number): boolean => {
  const date = new Date(at);
  return Number.isFinite(at) && date.getUTCFullYear() >= 2005 && date.getUTCFullYear() < 2100;
};

/** DateTimeOriginal with OffsetTimeOriginal, else Samsung's UTC capture time, else the XMP copies. Null when none is plausible. */
export function readCaptureMoment(metadata: Metadata): CaptureMoment | null {
  const blocks = new Map<number, typeof metadata.exif>();
  for (const tag of metadata.exif) blocks.set(tag.block, [...(blocks.get(tag.block) ?? []), tag]);
  for (const tags of blocks.values()) {
    const taken = tags.find((tag) => tag.name === 'DateTimeOriginal' && tag.text);
    if (!taken) continue;
    const zone = tags.find((tag) => tag.name === 'OffsetTimeOriginal')?.text ?? tags.find((tag) => tag.name === 'OffsetTime')?.text ?? null;
    const moment = parseMoment(taken.text!, zone);
    if (plausible(moment.at)) return { ...moment, field: 'exif:DateTimeOriginal', text: taken.text! + (zone ? ` ${zone.trim()}` : ''), segment: taken.segment, offset: taken.offset };
  }
  const utc = metadata.sef.find((block) => block.name === 'Image_UTC_Data' && /^\d{12,14}$/.test(block.text.trim()));
  if (utc && plausible(Number(utc.text))) return { at: Number(utc.text), offsetKnown: true, field: 'sef:Image_UTC_Data', text: utc.text.trim(), segment: 'trailer', offset: utc.offset };
  for (const property of metadata.xmp) {
    if (property.name !== 'DateTimeOriginal' && !(property.name === 'DateCreated' && /photoshop/.test(property.uri))) continue;
    const moment = parseMoment(property.value, null);
    if (plausible(moment.at)) return { ...moment, field: `xmp:${property.name}`, text: property.value, segment: property.segment, offset: property.offset };
  }
  return null;
}
