import type { TraceSource } from './traces';

/** @returns lower-case hex SHA-256 (FIPS 180-4) of the bytes. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const digestTrace = async (get: TraceSource['get']): Promise<string> => sha256(await get('bytes'));
