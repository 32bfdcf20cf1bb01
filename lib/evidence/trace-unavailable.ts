/** The trace cannot exist for this file (e.g. pixels of a format the browser cannot decode): not a failure. */
export class TraceUnavailable extends Error {
  override name = 'TraceUnavailable';
}
