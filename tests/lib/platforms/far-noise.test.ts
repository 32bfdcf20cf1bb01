import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { NoiseRun, Telling, tellingElements } from '../../../lib/platforms/far-noise';

/** Numbers from 0 to 1, the same in every run. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/** The rule, said plainly: telling ones are read, so are the six after one and the two before one; the rest of a wide row is one mark and silence. */
function expected(telling: readonly boolean[]): ('read' | 'mark' | 'skip')[] {
  let since = 0;
  return telling.map((isTelling, at) => {
    since = isTelling ? 0 : since + 1;
    if (isTelling || since <= 6 || telling[at + 1] === true || telling[at + 2] === true) return 'read';
    return since === 7 ? 'mark' : 'skip';
  });
}

describe('a wide row of elements', () => {
  it.each(Array.from({ length: 30 }, (_, seed) => [seed, seed % 2 === 0] as const))('is left out where nothing tells (seed %i, texts between: %s)', (seed, texts) => {
    const draw = drawing(seed * 7919 + 1);
    const telling = Array.from({ length: 41 + Math.floor(draw() * 60) }, () => draw() < (seed % 5) / 25);
    const { document } = new JSDOM(`<body><main>${telling.map(() => '<p></p>').join(texts ? '\n' : '')}</main></body>`).window;
    const main = document.querySelector('main')!;
    const found = new Telling(document.body);
    const children = [...main.children];
    for (const [at, child] of children.entries()) if (telling[at]) found.mark(child);
    const run = NoiseRun.of(found, main)!;
    const wanted = expected(telling);
    for (const [at, child] of children.entries()) {
      expect(run.judge(child), `child ${at}`).toBe(wanted[at]);
      if (!run.isOver) continue;
      // Nobody asks any further: all that follows must be silence, and no text may stand among it.
      expect(texts).toBe(false);
      expect(wanted.slice(at + 1).every((what) => what === 'skip')).toBe(true);
      break;
    }
  });
});

describe('what tells something on a large page', () => {
  const noise = '<div><i></i><span>行</span></div>'.repeat(800);
  const found = (html: string, numbers: string[] = []) => {
    const { document } = new JSDOM(`<body>${noise}<section id="here">${html}</section>${noise}</body>`).window;
    const telling = tellingElements(document, numbers, [])!;
    return { at: telling.has(document.querySelector('#here')!), noise: telling.has(document.body.firstElementChild!) };
  };
  it.each([
    ['a word near which facts stand', '<b>退款金额</b>'], ['a picture', '<img src="a.png">'], ['a field', '<input value="1">'], ['a frame', '<iframe></iframe>'],
    ['a picture behind an element', '<p style="background:url(a.png)"></p>'], ['an element of the page’s own making', '<x-y></x-y>'],
  ])('%s', (_name, html) => expect(found(html)).toEqual({ at: true, noise: false }));
  it('a number of the page’s address', () => expect(found('<b>编 3126030501</b>', ['3126030501'])).toEqual({ at: true, noise: false }));
  it('an element emptied by the shadow root in it', () => {
    const { document } = new JSDOM(`<body>${noise}<section id="here"><span></span></section></body>`).window;
    document.querySelector('#here span')!.attachShadow({ mode: 'open' });
    expect(tellingElements(document, [], [])!.has(document.querySelector('#here')!)).toBe(true);
  });
  it('is not a common element, nor a figure of no known kind', () => expect(found('<p>行 1</p><figure></figure><span></span>')).toEqual({ at: false, noise: false }));
  it('is not asked of a small page', () => expect(tellingElements(new JSDOM('<body><p>退款金额</p></body>').window.document, [], [])).toBeNull());
});
