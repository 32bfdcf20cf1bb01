export type JpegProblem =
  | 'not-jpeg'
  | 'no-frame'
  | 'no-scan'
  | 'bad-header'
  | 'bad-table'
  | 'bad-scan'
  | 'unsupported-coding'
  | 'unsupported-precision'
  | 'too-many-pixels'
  | 'too-many-scans';

/** The file cannot be read as a JPEG; `code` says why, the message adds the place. */
export class JpegError extends Error {
  override name = 'JpegError';
  constructor(
    readonly code: JpegProblem,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}
