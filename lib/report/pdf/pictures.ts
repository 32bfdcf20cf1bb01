import type { EmbeddedImage } from 'pdfkit/js/pdfkit.standalone.js';
import { embeddable } from './embeddable';
import type { Sheet } from './sheet';

/** A picture as it can be printed: JPEG (8 bit, grey or RGB) or PNG, orientation applied, metadata gone. */
export interface Preview {
  bytes: Uint8Array;
  width: number;
  height: number;
}

export interface ReportAssets {
  /** @param maxSide longest side wanted, in pixels. @returns null where the picture cannot be decoded. Called once per picture. */
  preview(imageId: string, maxSide: number): Promise<Preview | null>;
}

/** Each picture is embedded once, however often it is shown. */
export class Pictures {
  private readonly known = new Map<string, EmbeddedImage | null>();

  constructor(
    private readonly sheet: Sheet,
    private readonly assets: ReportAssets,
    private readonly maxSide: number,
    private readonly signal?: AbortSignal,
  ) {}

  async get(imageId: string): Promise<EmbeddedImage | null> {
    const known = this.known.get(imageId);
    if (known !== undefined) return known;
    this.signal?.throwIfAborted();
    const image = await this.load(imageId);
    this.known.set(imageId, image);
    return image;
  }

  /** A picture that cannot be shown must not lose the report: it is null, and its place says so. */
  private async load(imageId: string): Promise<EmbeddedImage | null> {
    try {
      const preview = await this.assets.preview(imageId, this.maxSide);
      if (!preview || !embeddable(preview.bytes)) return null;
      return this.sheet.doc.openImage(preview.bytes.slice().buffer);
    } catch (error) {
      if (this.signal?.aborted) throw error;
      return null;
    }
  }
}
