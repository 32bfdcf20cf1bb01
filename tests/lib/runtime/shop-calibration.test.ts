import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { addShopPhotographs, removeShop, shopScores, shopView, TooFewPhotographs } from '../../../lib/runtime/shop-calibration';

const photographs = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => new File([`photo ${from + i}`], `${from + i}.jpg`));
/** Scores a photograph by the number written in it. */
const score = async (bytes: Uint8Array) => ({ model: 'pixels-1', logit: Number(new TextDecoder().decode(bytes).split(' ')[1]) / 10 });
const watch = (signal = new AbortController().signal, onProgress: (done: number, total: number) => void = () => undefined) => ({ signal, onProgress });

beforeEach(removeShop);

describe('calibrating to a shop', () => {
  test('keeps scores and digests, no picture, and gives the bound of the hundredth part', async () => {
    const seen: number[] = [];
    expect(await addShopPhotographs(photographs(0, 100), 'pixels-1', score, watch(undefined, (done) => seen.push(done)))).toMatchObject({ scored: 100, doubles: 0, cancelled: false });
    expect(seen.at(-1)).toBe(100);
    const view = await shopView();
    // ceil(0.99 * 101) = 100: the largest of the hundred.
    expect(view).toMatchObject({ photographs: 100, bound: 9.9, rate: 0.01, model: 'pixels-1' });
    expect(Date.parse(view!.calibratedAt)).not.toBeNaN();
    expect(JSON.stringify(await shopScores())).not.toContain('photo');
  });

  test('refuses fewer than a hundred before scoring any, and when too many cannot be scored', async () => {
    let asked = 0;
    const counting = async (bytes: Uint8Array) => (asked++, score(bytes));
    await expect(addShopPhotographs(photographs(0, 99), 'pixels-1', counting, watch())).rejects.toMatchObject({ name: 'TooFewPhotographs', given: 99 });
    expect(asked).toBe(0);
    const half = async (bytes: Uint8Array) => ((await score(bytes)).logit < 5 ? ({ unscored: 'too-small' } as const) : score(bytes));
    await expect(addShopPhotographs(photographs(0, 120), 'pixels-1', half, watch())).rejects.toBeInstanceOf(TooFewPhotographs);
    expect(await shopView()).toBeNull();
  });

  test('counts every photograph once, however often it is given, and adds later ones', async () => {
    await addShopPhotographs([...photographs(0, 110), ...photographs(0, 5), new File([], 'empty.jpg')], 'pixels-1', score, watch());
    expect(await addShopPhotographs(photographs(105, 130), 'pixels-1', score, watch())).toMatchObject({ scored: 20, doubles: 5 });
    expect((await shopScores())!.logits).toHaveLength(130);
  });

  test('a photograph that fails is left out and counted; the others are kept', async () => {
    const failing = async (bytes: Uint8Array) => {
      const given = await score(bytes);
      if (given.logit === 3) throw new Error('decoder');
      return given;
    };
    const added = await addShopPhotographs(photographs(0, 105), 'pixels-1', failing, watch());
    expect(added).toMatchObject({ scored: 104, unscored: { 'no-picture': 1 } });
  });

  test('cancelling keeps what was there before', async () => {
    await addShopPhotographs(photographs(0, 100), 'pixels-1', score, watch());
    const stop = new AbortController();
    const added = await addShopPhotographs(photographs(100, 300), 'pixels-1', score, watch(stop.signal, (done) => done === 50 && stop.abort()));
    expect(added.cancelled).toBe(true);
    expect((await shopView())!.photographs).toBe(100);
  });

  test('scores of an earlier model are not mixed with a new one’s', async () => {
    await addShopPhotographs(photographs(0, 150), 'pixels-1', score, watch());
    const newer = async (bytes: Uint8Array) => ({ ...(await score(bytes)), model: 'pixels-2' });
    await expect(addShopPhotographs(photographs(150, 200), 'pixels-2', newer, watch())).rejects.toMatchObject({ given: 50 });
    await addShopPhotographs(photographs(100, 200), 'pixels-2', newer, watch());
    expect(await shopView()).toMatchObject({ photographs: 100, model: 'pixels-2' });
  });
});
