import { Unzlib } from 'fflate';
import type { Budget } from './budget';

/** One push inflates to about a thousand times its size at most: small pushes keep the overshoot near 1 MiB. */
const slice = 1024;

/** zlib stream (RFC 1950) → bytes, at most what the budget and `cap` allow. A broken or cut stream gives what came out before. */
export function inflate(data: Uint8Array, budget: Budget, cap = 4 << 20): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let full = false;
  const stream = new Unzlib((chunk) => {
    const given = budget.take(Math.min(chunk.length, cap - length));
    if (given > 0) parts.push(chunk.slice(0, given));
    length += given;
    if (given < chunk.length) full = true;
  });
  try {
    // Never marked as final: a stream without its end would give nothing at all.
    for (let at = 0; at < data.length && !full && !budget.spent; at += slice) stream.push(data.subarray(at, at + slice), false);
  } catch {
    // What was inflated so far is still evidence.
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
