/** A Content Credential is there but cannot be read as such. `code` names what is wrong, never where the reader is. */
export class MalformedCredential extends Error {
  override name = 'MalformedCredential';
  constructor(
    readonly code: 'jumbf' | 'cbor' | 'certificate' | 'signature' | 'too-large' | 'missing' | 'compressed',
    message: string,
  ) {
    super(message);
  }
}
