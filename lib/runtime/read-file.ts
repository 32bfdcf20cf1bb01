/** The bytes of a file the merchant gave, or null where the browser cannot read it: moved or changed since, on a drive that is gone, not down from the cloud yet. */
export async function fileBytes(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** Whether an error says that a file could not be read (File API §4: NotReadableError, NotFoundError), rather than kept. */
export const isUnreadable = (error: unknown): boolean => error instanceof DOMException && (error.name === 'NotReadableError' || error.name === 'NotFoundError');
