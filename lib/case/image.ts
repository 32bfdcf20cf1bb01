export const imageFormats = ['jpeg', 'png', 'webp', 'gif', 'heic', 'avif', 'tiff', 'bmp'] as const;
export type ImageFormat = (typeof imageFormats)[number];

/** Whose picture it is: the buyer's evidence, or one of the merchant's own to compare with. */
export type ImageRole = 'evidence' | 'listing' | 'added';

/** How a picture came in without a recipe: a file, its own address, read inside the page, or cut from the screen. */
export type HandTaken = 'file' | 'address' | 'page' | 'screenshot';

/** Which of the addresses answered: the stored original, the page's enlarged preview, or the small picture shown. */
export type Rendition = 'original' | 'preview' | 'thumbnail' | 'unknown';

/** One address tried while collecting; the chain of custody keeps failures as well. */
export interface FetchAttempt {
  address: string;
  at: string;
  status: number | null;
  error: string | null;
}

/** Why a picture could not be taken or read; the message beside it tells the merchant what to do. */
export type ImageProblem =
  | 'empty'
  | 'not-an-image'
  | 'too-large'
  | 'too-many-pixels'
  | 'expired'
  | 'refused'
  | 'not-found'
  | 'network'
  | 'foreign-host'
  | 'blob-gone'
  | 'truncated'
  | 'undecodable';

/** A picture as received: bytes are kept apart (by SHA-256) and never rewritten. */
export interface ClaimImage {
  id: string;
  caseId: string;
  role: ImageRole;
  /** 1-based place on the page among pictures of its role. */
  ordinal: number;
  displayed: string;
  source: string | null;
  rendition: Rendition;
  fetchedAt: string | null;
  attempts: FetchAttempt[];
  sha256: string | null;
  byteLength: number | null;
  format: ImageFormat | null;
  width: number | null;
  height: number | null;
  problem: ImageProblem | null;
  /** Set only where the merchant brought the picture in. */
  byHand?: HandTaken;
}
