import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { metadataAnalysers } from '../../../cli/bench/metadata-analysers';
import { examine } from '../../../lib/analysers/examine';
import { readContainer, type Container } from '../../../lib/evidence/container';
import { readMetadata, type Metadata } from '../../../lib/evidence/metadata';
import { UnreadableImage } from '../../../lib/evidence/sniff';
import type { Traces, TraceKey, TraceSource } from '../../../lib/evidence/traces';
import { be32, join, utf8 } from '../../fixtures/writers/bytes';
import { exifCarriers, silentFiles, textCarriers, xmpCarriers } from '../../fixtures/writers/carriers';
import { app1Exif, app1Xmp, comment, extendedXmp, jpeg } from '../../fixtures/writers/jpeg';
import { chunk, png, rawProfileText, tEXt, zTXt } from '../../fixtures/writers/png';
import { sefTrailer } from '../../fixtures/writers/samsung';
import { asciiComment, tiffBlock } from '../../fixtures/writers/tiff-block';
import { labelPackets, packet, tc260Uri } from '../../fixtures/writers/xmp-packet';
import { sharedFile, sharedFiles } from '../../fixtures/shared-data';

/** Linear congruential numbers (Numerical Recipes): the same variants on every run. */
function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const label = '{"AIGC":{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"p","ReservedCode1":"","ContentPropagator":"q","PropagateID":"r","ReservedCode2":""}}';
const exif = tiffBlock({ ifd0: [{ tag: 0x010f, value: 'Maker' }, { tag: 0x010e, value: label }], exif: [{ tag: 0x9286, value: asciiComment(label) }], gps: [{ tag: 2, value: [[1, 0]] }], thumbnail: jpeg() });

function seeds(): [string, Uint8Array][] {
  const own: [string, Uint8Array][] = [
    ...Object.entries(silentFiles).map(([name, write]): [string, Uint8Array] => [name, write()]),
    ...Object.entries(xmpCarriers).map(([name, write]): [string, Uint8Array] => [name, write(labelPackets['element, entities']!(label))]),
    ...Object.entries(textCarriers).map(([name, write]): [string, Uint8Array] => [name, write(label)]),
    ...Object.entries(exifCarriers).map(([name, write]): [string, Uint8Array] => [name, write(exif)]),
    ['jpeg, much in it', jpeg({ segments: [app1Exif(exif), app1Xmp(labelPackets.struct!(JSON.stringify((JSON.parse(label) as { AIGC: object }).AIGC))), extendedXmp(utf8(labelPackets.element!(label)), 200), comment(label)], trailer: sefTrailer([{ type: 0x0d91, name: 'PEg_Info', data: '{"genAIType":8}' }]) })],
  ];
  // Of large files the metadata matter: first and last 12 KiB, which also makes a cut in the middle.
  const shared = ['labelled', 'camera'].flatMap((folder) => sharedFiles(folder).map((name): [string, Uint8Array] => [name, sharedFile(folder, name)]));
  return [...own, ...shared.map(([name, bytes]): [string, Uint8Array] => [name, bytes.length > 24_576 ? join(bytes.subarray(0, 12_288), bytes.subarray(-12_288)) : bytes])];
}

const extremes = [0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_fff0, 0xffff_ffff];

const put = (bytes: Uint8Array, value: Uint8Array, at: number): void => bytes.set(value.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));

/** One variant: a cut, flipped bits, a length field set to an extreme, or a stretch repeated. */
function mutate(bytes: Uint8Array, container: Container | null, pick: (below: number) => number): Uint8Array {
  const kind = pick(5);
  if (kind === 0) return bytes.slice(0, pick(bytes.length + 1));
  const copy = bytes.slice();
  if (kind === 1) {
    for (let i = pick(8) + 1; i > 0; i--) copy[pick(copy.length)]! ^= 1 << pick(8);
    return copy;
  }
  const extreme = be32(extremes[pick(extremes.length)]!);
  if (kind === 2 && container && container.segments.length > 0) {
    // The header of a segment, where lengths live in every format.
    put(copy, extreme, container.segments[pick(container.segments.length)]!.offset + 2 * pick(3));
    return copy;
  }
  if (kind === 3) {
    put(copy, extreme, pick(Math.max(1, Math.min(copy.length - 4, 4096))));
    return copy;
  }
  const from = pick(copy.length);
  const to = Math.min(copy.length, from + pick(512));
  return join(copy.subarray(0, to), copy.subarray(from, to), copy.subarray(from));
}

/** Milliseconds of this process's own work since `from`: other programs on the machine do not count. */
const worked = (from: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

/** Container, metadata and every analyser of words on one file. Only a named error may come out. */
async function read(bytes: Uint8Array): Promise<{ metadata: Metadata | null; failed: string[] }> {
  let container: Container;
  try {
    container = readContainer(bytes);
  } catch (error) {
    if (error instanceof UnreadableImage) return { metadata: null, failed: [] };
    throw error;
  }
  for (const { kind, offset, length, dataOffset, dataLength } of container.segments) {
    if (Math.min(offset, length, dataOffset, dataLength) < 0 || offset + length > bytes.length || dataOffset + dataLength > bytes.length) throw new Error(`segment ${kind} leaves the file`);
  }
  const metadata = readMetadata(bytes, container);
  const traces: Partial<Traces> = { bytes, container, metadata };
  const source: TraceSource = { get: <K extends TraceKey>(key: K) => Promise.resolve(traces[key] as Traces[K]) };
  const findings = await examine(source, { appliedAt: '2026-11-07T09:00:00+08:00' }, metadataAnalysers);
  return { metadata, failed: findings.filter((one) => one.outcome === 'failed').map((one) => `${one.analyser}: ${String(one.facts[0]?.value)}`) };
}

const variants = 21_000;

test(`${variants} variants of every sample: no crash, none over a second, all end in findings or a named error`, { timeout: 300_000 }, async () => {
  const originals = seeds();
  const pick = random(20_261_122);
  let slowest = 0;
  let unreadable = 0;
  const failures: string[] = [];
  for (let i = 0; i < variants; i++) {
    const [name, bytes] = originals[i % originals.length]!;
    let container: Container | null = null;
    if (pick(2) === 0) container = readContainer(bytes);
    let variant = mutate(bytes, container, pick);
    if (pick(3) === 0 && variant.length > 0) variant = mutate(variant, null, pick);
    const started = process.cpuUsage();
    const { metadata, failed } = await read(variant);
    slowest = Math.max(slowest, worked(started));
    if (!metadata) unreadable++;
    failures.push(...failed.map((one) => `${name}: ${one}`));
  }
  console.info(`${variants} variants of ${originals.length} files, slowest ${slowest.toFixed(0)} ms, ${unreadable} no longer pictures, heap ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)} MiB`);
  expect(failures).toEqual([]);
  expect(slowest).toBeLessThan(1000);
  expect(unreadable).toBeGreaterThan(0);
  expect(unreadable).toBeLessThan(variants / 3);
});

const zeros = (length: number) => new Uint8Array(length);
const repeat = (piece: Uint8Array) => () => piece;
const nest = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);

test.each<[string, () => Uint8Array]>([
  ['a zTXt of 200 MB of zeros', () => png({ before: [chunk('zTXt', 'AIGC', 0, 0, deflateSync(zeros(200 << 20), { level: 9 }))] })],
  ['2,000 zTXt bombs', () => png({ before: Array.from({ length: 2000 }, repeat(chunk('zTXt', 'AIGC', 0, 0, deflateSync(zeros(8 << 20))))) })],
  ['compressed text in compressed text', () => png({ before: [zTXt('Raw profile type xmp', rawProfileText('xmp', deflateSync(utf8(labelPackets.element!(label)))))] })],
  ['a hundred thousand empty chunks', () => png({ before: [join(...Array.from({ length: 100_001 }, repeat(chunk('tEXt'))))] })],
  ['an XMP packet of open tags', () => jpeg({ segments: Array.from({ length: 60 }, () => app1Xmp('<a:b '.repeat(13_000).slice(0, 65_000))) })],
  ['an XMP packet of less-than signs', () => png({ before: [tEXt('XML:com.adobe.xmp', '<'.repeat(2 << 20))] })],
  ['an XMP packet of unclosed CDATA', () => png({ before: [tEXt('XML:com.adobe.xmp', packet({ declare: { TC260: tc260Uri }, attributes: `TC260:AIGC="${'<![CDATA['.repeat(100_000)}"` }))] })],
  ['deep elements', () => png({ before: [tEXt('XML:com.adobe.xmp', '<a:b>'.repeat(200_000))] })],
  ['close tags that match nothing', () => png({ before: [tEXt('XML:com.adobe.xmp', '<a:b>'.repeat(60) + '</c:d>'.repeat(200_000))] })],
  ['AIGC thousands of times', () => png({ before: [tEXt('Comment', 'AIGC{"'.repeat(300_000))] })],
  ['deep JSON', () => png({ before: [tEXt('AIGC', nest(50_000))] })],
  ['JSON in JSON in JSON', () => png({ before: [tEXt('AIGC', Array.from({ length: 9 }).reduce<string>((inner) => JSON.stringify({ AIGC: inner, b: inner.slice(0, 2000) }), label).slice(0, 250_000))] })],
  ['a thousand EXIF tags on the same 60 KB', () => {
    const block = tiffBlock({ ifd0: Array.from({ length: 1000 }, (_, i) => ({ tag: 0x9c9b + (i % 5), value: 'x'.repeat(4) })) }).slice(0, 20_000);
    const view = new DataView(block.buffer);
    for (let i = 0; i < 1000; i++) {
      view.setUint32(10 + 12 * i + 4, 60_000);
      view.setUint32(10 + 12 * i + 8, 8);
    }
    return jpeg({ segments: [app1Exif(join(block, zeros(44_000).fill(65)))] });
  }],
  ['ten megabytes of FF', () => join([0xff, 0xd8], zeros(10 << 20).fill(255))],
  ['a trailer of AIGC', () => jpeg({ trailer: utf8('AIGC{'.repeat(1 << 20)) })],
  ['an entity storm', () => png({ before: [tEXt('AIGC', '&amp;'.repeat(300_000) + '&quot;{')] })],
])('hostile: %s', { timeout: 60_000 }, async (name, write) => {
  const bytes = write();
  const before = process.memoryUsage().rss;
  const started = process.cpuUsage();
  const { failed } = await read(bytes);
  const took = worked(started);
  console.info(`${name}: ${took.toFixed(0)} ms for ${bytes.length} bytes`);
  expect(failed).toEqual([]);
  expect(took).toBeLessThan(1000);
  expect(process.memoryUsage().rss - before).toBeLessThan(256 << 20);
});

test('what the mutations start from is read: the label is found in every file written with it', async () => {
  for (const [name, write] of Object.entries(textCarriers)) {
    const { metadata } = await read(write(label));
    expect(metadata!.texts.some((one) => one.text.includes('MACQD9K64010000')), name).toBe(true);
  }
});
