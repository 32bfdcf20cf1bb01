import { describe, expect, test } from 'vitest';
import { collectImage, maxImageBytes } from '../../../lib/runtime/fetch-image';

const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const looksLikeImage = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8;
const allowed = (address: string) => new URL(address).hostname.endsWith('.pddpic.com');
const now = () => '2026-11-20T02:00:00.000Z';

/** Answers each address with what the table says; unknown addresses are a network error. */
function internet(table: Record<string, () => Response>) {
  const asked: { address: string; accept: string | null; credentials: string | undefined }[] = [];
  const fetch = async (input: unknown, init?: RequestInit) => {
    const address = String(input);
    asked.push({ address, accept: new Headers(init?.headers).get('accept'), credentials: init?.credentials });
    const answer = table[address];
    if (!answer) throw new TypeError('Failed to fetch');
    return answer();
  };
  return { fetch: fetch as typeof globalThis.fetch, asked };
}
const original = 'https://img.pddpic.com/a.jpeg';
const shown = 'https://img.pddpic.com/a.jpeg?imageView2/2/w/300';

describe('collecting a picture', () => {
  test('takes the original first, byte for byte, without cookies and asking for JPEG', async () => {
    const { fetch, asked } = internet({ [original]: () => new Response(jpeg), [shown]: () => new Response(jpeg) });
    const result = await collectImage(shown, [original, shown], { allowed, looksLikeImage, fetch, now });
    expect(result.bytes).toEqual(jpeg);
    expect(result.rendition).toBe('original');
    expect(result.source).toBe(original);
    expect(asked).toEqual([{ address: original, accept: 'image/jpeg,image/png;q=0.9,*/*;q=0.1', credentials: 'omit' }]);
    expect(result.attempts).toEqual([{ address: original, at: now(), status: 200, error: null }]);
  });

  test('falls back to the picture as displayed and keeps the failed try', async () => {
    const { fetch } = internet({ [original]: () => new Response('no', { status: 404 }), [shown]: () => new Response(jpeg) });
    const result = await collectImage(shown, [original, shown], { allowed, looksLikeImage, fetch, now });
    expect(result.rendition).toBe('thumbnail');
    expect(result.attempts.map((one) => [one.status, one.error])).toEqual([
      [404, 'not-found'],
      [200, null],
    ]);
  });

  test.each([
    ['an expired signature', () => new Response('', { status: 403 }), 'expired'],
    ['a missing picture', () => new Response('', { status: 404 }), 'not-found'],
    ['a server error', () => new Response('', { status: 502 }), 'refused'],
    ['an empty file', () => new Response(new Uint8Array(0)), 'empty'],
    ['HTML sent as image/jpeg', () => new Response('<!doctype html><p>login', { headers: { 'content-type': 'image/jpeg' } }), 'not-an-image'],
    ['a declared 200 MB', () => new Response(jpeg, { headers: { 'content-length': String(200 * 1024 * 1024) } }), 'too-large'],
  ] as const)('%s is named', async (_what, answer, problem) => {
    const { fetch } = internet({ [shown]: answer });
    const result = await collectImage(shown, [shown], { allowed, looksLikeImage, fetch, now });
    expect(result).toMatchObject({ bytes: null, source: null, problem });
  });

  test('an endless answer is cut off at the cap', async () => {
    let sent = 0;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 1 << 20;
            controller.enqueue(new Uint8Array(1 << 20));
          },
        }),
      );
    const { fetch } = internet({ [shown]: endless });
    const result = await collectImage(shown, [shown], { allowed, looksLikeImage, fetch, now });
    expect(result.problem).toBe('too-large');
    expect(sent).toBeLessThan(maxImageBytes + (8 << 20));
  });

  test('a host that is not the platform’s is never asked', async () => {
    const { fetch, asked } = internet({});
    const result = await collectImage('https://127.0.0.1/x.jpg', ['https://127.0.0.1/x.jpg'], { allowed: () => false, looksLikeImage, fetch, now });
    expect(result.problem).toBe('foreign-host');
    expect(asked).toEqual([]);
  });

  test('no connection is said to be that', async () => {
    const { fetch } = internet({});
    expect((await collectImage(shown, [shown], { allowed, looksLikeImage, fetch, now })).problem).toBe('network');
  });
});
