/** Faint words in small letters are read with their neighbours in view where the tiles one by one are not enough. */
import { expect, test } from 'vitest';
import { nodeHost } from '../../../../cli/node-host';
import { traceSource, type Pixels } from '../../../../lib/evidence/traces';
import { lumaOf } from '../../../../lib/evidence/luma';
import { likelyLines, lineMarks } from '../../../../lib/evidence/visible-mark/line-reader';
import { readMark } from '../../../../lib/evidence/visible-mark/read-marks';
import { searched, textMarks } from '../../../../lib/evidence/visible-mark/text-marks';
import { overlaid, type Overlay } from '../../../fixtures/marks/overlaid';
import { plainPhoto } from '../../../stand-in/photos';

async function halved(overlay: Overlay): Promise<Pixels> {
  const photo = new Uint8Array(await plainPhoto('french-alpine-landscape', 720));
  return traceSource(await overlaid(photo, [overlay], { scale: 0.5 }), nodeHost).get('pixels');
}

test('a faint mark of 7 px letters is read by the line where its tiles are too unsure', async () => {
  const pixels = await halved({ words: 'AI生成', height: 3, corner: 'bottom-right', opacity: 0.22 });
  const search = searched(lumaOf(pixels));
  // 3.75 is asked of three tiles.
  expect(textMarks(search)[0]!.score).toBeLessThan(3.75);
  const [mark] = lineMarks(search);
  expect(mark).toMatchObject({ words: 'AI生成', tiles: 3 });
  expect(mark!.score).toBeGreaterThan(3.75);
  expect(readMark(pixels)).toMatchObject({ kind: 'text', words: 'AI生成', corner: 'bottom-right' });
});

test('four of six tiles are not the mark: 人工智能学习机 in small letters', async () => {
  expect(readMark(await halved({ words: '人工智能学习机', height: 3.6, corner: 'bottom-left' }))).toBeNull();
});

test('letters too large to need it are left to the tiles', async () => {
  const search = searched(lumaOf(await halved({ words: 'AI生成', height: 3, corner: 'bottom-right', opacity: 0.22 })));
  const lines = likelyLines(search, 12, 8);
  expect(lines.length).toBeGreaterThan(0);
  for (const { em } of lines) expect(em).toBeLessThanOrEqual(8);
});
