import type { ViewId } from '../../evidence/views/view';

/** Bytes stay in IndexedDB; only their digest travels. */
export interface ViewRequest {
  sha256: string;
  view: ViewId;
  /** Corner of the JPEG grid, where a finding tells it. */
  grid: { x: number; y: number };
}

/** A view as pictures that can be shown; `quality` where it is a series over JPEG qualities. */
export interface ShownFrame {
  quality: number | null;
  png: Blob;
}

export type ViewReply = { frames: ShownFrame[] } | { error: string };
