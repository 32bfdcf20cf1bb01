import { decodeEntities } from './xml-entities';

const maxObject = 256 << 10;

/** The JSON object that begins at `start`, by balanced braces outside of strings; null when it does not end within 256 KiB. */
export function objectAt(text: string, start: number): string | null {
  if (start < 0) return null;
  let depth = 0;
  let quoted = false;
  const end = Math.min(text.length, start + maxObject);
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return text.slice(start, at + 1);
  }
  return null;
}

export type JsonObject = Record<string, unknown>;
export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A JSON object, or null; never throws. */
export function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * The text as it stands and as writers wrap it: XML entities once and twice over, and with backslash escapes undone
 * (JSON kept as a string inside JSON).
 */
export function readings(text: string): string[] {
  const found = [text];
  if (/&(quot|#34|#x22|amp);/i.test(text)) {
    const once = decodeEntities(text);
    found.push(once);
    if (/&(quot|#34|#x22);/i.test(once)) found.push(decodeEntities(once));
  }
  if (text.includes('\\"')) found.push(text.replace(/\\(["\\/])/g, '$1'));
  return found;
}
