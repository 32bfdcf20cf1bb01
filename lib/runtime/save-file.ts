import type { Stretch } from '../report/append-member';
import { browser } from './browser';

/** Joined without reading: the browser keeps the old file where it is. */
export const joined = (file: Blob, stretches: readonly Stretch[], type: string): Blob =>
  new Blob(stretches.map((one) => ('from' in one ? file.slice(one.from, one.to) : one)), { type });

/** Saves into the download folder, from a page of the extension. */
export async function saveBlob(blob: Blob, filename: string): Promise<void> {
  const url = URL.createObjectURL(blob);
  await browser.downloads.download({ url, filename, saveAs: false });
  setTimeout(() => URL.revokeObjectURL(url), 120_000);
}
