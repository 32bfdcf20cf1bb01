/** A Content Credential is there but cannot be read as such. `unsupported`: by this engine, through no fault of the file. */
export class MalformedCredential extends Error {
  override name = 'MalformedCredential';
  constructor(
    readonly code: 'jumbf' | 'cbor' | 'certificate' | 'signature' | 'unsupported' | 'too-large' | 'missing' | 'compressed',
    message: string,
  ) {
    super(message);
  }
}
