import { describe, expect, test } from 'vitest';
import { captureTime } from '../../../../lib/analysers/metadata/capture-time';
import { ask, factsOf } from '../../../fixtures/ask';
import { silentFiles } from '../../../fixtures/writers/carriers';
import { app1Exif, app1Xmp, jpeg } from '../../../fixtures/writers/jpeg';
import { sefTrailer } from '../../../fixtures/writers/samsung';
import { tiffBlock } from '../../../fixtures/writers/tiff-block';
import { packet } from '../../../fixtures/writers/xmp-packet';

const taken = (time: string, zone?: string) =>
  jpeg({ segments: [app1Exif(tiffBlock({ exif: [{ tag: 0x9003, value: time }, ...(zone === undefined ? [] : [{ tag: 0x9011, value: zone }])] }))] });
const order = { orderedAt: '2026-11-01T10:00:00+08:00', deliveredAt: '2026-11-05T15:00:00+08:00', appliedAt: '2026-11-07T09:00:00+08:00' };

describe('against the order', () => {
  test.each([
    ['2026:11:06 12:00:00', '+08:00', 'consistent', 'within', -0.1],
    ['2026:11:09 12:00:00', '+08:00', 'suspicious', 'after-claim', 0.7],
    ['2026:11:08 08:00:00', '+08:00', 'consistent', 'within', -0.1], // 23 h after the claim
    ['2026:11:08 10:00:00', '+08:00', 'suspicious', 'after-claim', 0.7], // 25 h after
    ['2026:10:20 12:00:00', '+08:00', 'suspicious', 'before-order', 0.7],
    ['2026:11:03 12:00:00', '+08:00', 'suspicious', 'before-delivery', 0.7],
    ['2026:11:04 16:00:00', '+08:00', 'consistent', 'within', -0.1], // 23 h before delivery
    ['2026:11:08 01:00:00', '+00:00', 'consistent', 'within', -0.1], // 24 h after the claim, by its own offset
    ['2026:11:08 01:00:01', '-01:00', 'suspicious', 'after-claim', 0.7],
  ])('%s %s: %s (%s)', async (time, zone, outcome, relation, strength) => {
    const finding = await ask(captureTime, taken(time, zone), order);
    expect([finding.outcome, finding.strength, factsOf(finding).relation, factsOf(finding).offsetKnown]).toEqual([outcome, strength, relation, true]);
  });

  test('without an offset Beijing time is assumed, and the words say so', async () => {
    const finding = await ask(captureTime, taken('2026:11:09 12:00:00'), order);
    expect(factsOf(finding)).toMatchObject({ offsetKnown: false, capturedAt: '2026-11-09T04:00:00.000Z' });
    expect(captureTime.text.zh.summary(finding)).toContain('按北京时间比较');
  });

  test('only some dates known', async () => {
    expect((await ask(captureTime, taken('2026:11:09 12:00:00', '+08:00'), { appliedAt: order.appliedAt })).strength).toBe(0.7);
    expect((await ask(captureTime, taken('2026:10:01 12:00:00', '+08:00'), { appliedAt: order.appliedAt })).outcome).toBe('consistent');
    const none = await ask(captureTime, taken('2026:10:01 12:00:00', '+08:00'), { appliedAt: null });
    expect([none.outcome, none.strength]).toEqual(['inconclusive', 0]);
    expect((await ask(captureTime, taken('2026:10:01 12:00:00'), { appliedAt: 'yesterday' })).outcome).toBe('inconclusive');
  });
});

test.each(['0000:00:00 00:00:00', '    :  :     :  :  ', '1980:01:01 00:00:00', '2026-13-45 99:99:99', ''])('“%s” is no time', async (time) => {
  expect((await ask(captureTime, taken(time), order)).outcome).toBe('not-applicable');
});

test('Samsung’s UTC record and the XMP copies stand in', async () => {
  const sef = await ask(captureTime, jpeg({ trailer: sefTrailer([{ type: 0x0a01, name: 'Image_UTC_Data', data: String(Date.parse('2026-11-09T12:00:00Z')) }]) }), order);
  expect([sef.strength, factsOf(sef).field]).toEqual([0.7, 'sef:Image_UTC_Data']);
  const xmp = packet({ declare: { exif: 'http://ns.adobe.com/exif/1.0/' }, attributes: 'exif:DateTimeOriginal="2026-11-09T12:00:00.123+08:00"' });
  const copied = await ask(captureTime, jpeg({ segments: [app1Xmp(xmp)] }), order);
  expect([copied.strength, factsOf(copied).field]).toEqual([0.7, 'xmp:DateTimeOriginal']);
});

test.each(Object.entries(silentFiles))('a silent %s is not applicable', async (_, write) => {
  expect((await ask(captureTime, write(), order)).outcome).toBe('not-applicable');
});
