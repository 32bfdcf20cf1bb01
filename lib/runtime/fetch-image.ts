import type { FetchAttempt, ImageProblem, Rendition } from '../case/image';

/** 40 MB is far above any phone photograph; a 200 MB answer is cut off while it streams. */
export const maxImageBytes = 40 * 1024 * 1024;
const timeoutMs = 30_000;

export interface Collected {
  bytes: Uint8Array | null;
  source: string | null;
  rendition: Rendition;
  attempts: FetchAttempt[];
  problem: ImageProblem | null;
}

class Refused extends Error {
  constructor(readonly problem: ImageProblem) {
    super(problem);
  }
}

const problemOfStatus = (status: number): ImageProblem => (status === 401 || status === 403 || status === 410 ? 'expired' : status === 404 ? 'not-found' : 'refused');

/** Reads the body up to the cap, so that an endless answer costs no more than the cap. */
async function readCapped(response: Response, limit: number): Promise<Uint8Array> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > limit) {
    await response.body?.cancel();
    throw new Refused('too-large');
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let step = await reader?.read(); step && !step.done; step = await reader?.read()) {
    length += step.value.length;
    if (length > limit) {
      await reader?.cancel();
      throw new Refused('too-large');
    }
    chunks.push(step.value);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** Which of the addresses answered: candidates run from the stored original down to what the page displays. */
function renditionOf(address: string, candidates: string[], displayed: string): Rendition {
  if (address === displayed) return candidates.length === 1 ? 'unknown' : 'thumbnail';
  return candidates.indexOf(address) === 0 ? 'original' : 'preview';
}

export interface CollectOptions {
  allowed: (address: string) => boolean;
  looksLikeImage: (bytes: Uint8Array) => boolean;
  signal?: AbortSignal;
  fetch?: typeof fetch;
  now?: () => string;
}

/**
 * Takes one picture byte-exact. Addresses are tried in order; each attempt is kept for the chain of custody.
 * Asks for JPEG or PNG so that the CDN does not transcode for us; sends no cookies.
 */
export async function collectImage(displayed: string, candidates: string[], options: CollectOptions): Promise<Collected> {
  const now = options.now ?? (() => new Date().toISOString());
  const attempts: FetchAttempt[] = [];
  let problem: ImageProblem = 'refused';
  for (const address of candidates) {
    const attempt: FetchAttempt = { address, at: now(), status: null, error: null };
    attempts.push(attempt);
    try {
      if (!options.allowed(address)) throw new Refused('foreign-host');
      const timeout = AbortSignal.timeout(timeoutMs);
      const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
      const response = await (options.fetch ?? fetch)(address, { credentials: 'omit', cache: 'no-store', headers: { Accept: 'image/jpeg,image/png;q=0.9,*/*;q=0.1' }, signal });
      attempt.status = response.status;
      if (!response.ok) {
        await response.body?.cancel();
        throw new Refused(problemOfStatus(response.status));
      }
      if (response.url && !options.allowed(response.url)) throw new Refused('foreign-host');
      const bytes = await readCapped(response, maxImageBytes);
      if (bytes.length === 0) throw new Refused('empty');
      if (!options.looksLikeImage(bytes)) throw new Refused('not-an-image');
      return { bytes, source: address, rendition: renditionOf(address, candidates, displayed), attempts, problem: null };
    } catch (error) {
      if (options.signal?.aborted) throw error;
      problem = error instanceof Refused ? error.problem : 'network';
      attempt.error = problem;
    }
  }
  return { bytes: null, source: null, rendition: 'unknown', attempts, problem };
}
