/**
 * The 35 signals of provenance-labels.md §7 and where each is tested; those that must weigh nothing are tested here.
 * A row whose test is renamed or removed fails.
 */
import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { nodeHost } from '../../../cli/node-host';
import { analysers } from '../../../lib/analysers';
import { examine } from '../../../lib/analysers/examine';
import { traceSource } from '../../../lib/evidence/traces';
import { plainPhoto } from '../../stand-in/photos';

const credentials = 'provenance/content-credentials';
const rows: readonly [row: number, signal: string, file: string, title: string][] = [
  [1, 'C2PA AI source type, sound, trusted', credentials, 'a generator’s statement by a trusted signer over unchanged bytes is the strongest'],
  [2, 'the same, signer unknown or expired', credentials, 'an unknown signer or changed bytes do not erase it'],
  [3, 'the same, bytes changed', credentials, 'an unknown signer or changed bytes do not erase it'],
  [4, 'C2PA AI-edited', credentials, "['compositeWithTrainedAlgorithmicMedia', 'composite', 2]"],
  [5, 'AI in a componentOf ingredient only', credentials, 'the statement of a parent holds, that of a placed part does not wholly'],
  [6, 'C2PA generator without source type', credentials, 'a generating program without a source type counts by its whole name only'],
  [7, 'C2PA edits only', credentials, 'ordinary edits weigh little, a mere conversion nothing'],
  [8, 'C2PA camera, trusted', credentials, 'are credited only when signer, time and bytes are sound'],
  [9, 'C2PA camera, untrusted or changed', credentials, 'bytes changed after a capture are shown'],
  [10, 'TC260 Label 1', 'provenance/ai-label', '1 is the generator’s word, 2 and 3 a platform’s guess'],
  [11, 'TC260 Label 2, 3', 'provenance/ai-label', '1 is the generator’s word, 2 and 3 a platform’s guess'],
  [12, 'TC260 signed, this picture', 'provenance/signed-label', 'belongs to its picture, also re-saved and halved'],
  [13, 'TC260 signed, another picture', 'provenance/signed-label', 'moved onto another picture is said to belong elsewhere'],
  [14, 'ByteDance export record', 'provenance/ai-label', 'export records of the ByteDance apps'],
  [15, 'IPTC source type in XMP', 'provenance/digital-source-type', 'source type in %s'],
  [16, 'credit lines of Google and Apple', 'provenance/digital-source-type', 'credit lines'],
  [17, 'IPTC 2025.1 AI properties', 'provenance/digital-source-type', 'IPTC 2025.1 %s'],
  [18, 'Samsung genAIType', 'provenance/vendor-edit', 'genAIType in %s'],
  [19, 'Samsung re-edit data without it', 'provenance/vendor-edit', 'a gallery edit without'],
  [20, 'chunks of generators', 'provenance/generator-trace', 'ComfyUI prompt'],
  [21, 'NovelAI stealth text', 'provenance/stealth-metadata', 'text in the lowest bits'],
  [22, 'Grok’s signature', 'provenance/generator-trace', "'Grok'"],
  [23, 'dwtDct watermark', 'provenance/dwt-dct-watermark', 'of %s is read from a fresh picture'],
  [24, 'visible mark, words', 'provenance/visible-mark', 'row 24: words'],
  [25, 'visible mark, shape', 'provenance/visible-mark', 'row 25: shapes alone'],
  [26, 'editor in Software', 'metadata/editing-software', 'Software “%s” is %s'],
  [27, 'generator in Software', 'provenance/generator-trace', 'Adobe Firefly as CreatorTool'],
  [28, 'Photoshop blocks, tables, history', 'metadata/editing-software', 'XMP history, PNG Software, IPTC program'],
  [29, 'thumbnail of another picture', 'metadata/embedded-thumbnail', 'another scene is a hint'],
  [30, 'capture time outside of the order', 'metadata/capture-time', 'against the order'],
  [31, 'camera data', 'metadata/camera-consistency', 'a whole set of camera data speaks softly for a photograph'],
  [32, 'position, trailer of a phone maker', 'metadata/camera-consistency', 'position is shown as present, unreadable or absent, never as a place'],
  [33, 'no metadata, standard tables', 'label-rows', 'no metadata and standard tables weigh nothing'],
  [34, 'remote credential', credentials, 'a remote address is reported, never fetched'],
  [35, 'typical size of generators', 'label-rows', 'sizes that generators like weigh nothing'],
];

test('no row is missing', () => {
  expect(rows.map(([row]) => row)).toEqual(Array.from({ length: 35 }, (_, i) => i + 1));
});

test.each(rows)('row %i, %s, is tested in %s', (_row, _signal, file, title) => {
  const text = readFileSync(new URL(`./${file}.test.ts`, import.meta.url), 'utf8').split('\n').filter((line) => file !== 'label-rows' || line.startsWith('  test')).join('\n');
  expect(text).toContain(title);
});

describe('what says nothing', () => {
  /** Findings that speak, of analysers that read what the file says and what is written on it. */
  async function spoken(bytes: Uint8Array) {
    const asked = analysers.filter(({ family }) => family === 'provenance' || family === 'metadata');
    return (await examine(traceSource(bytes, nodeHost), {}, asked)).filter(({ strength }) => strength !== 0).map(({ analyser, strength }) => [analyser, strength]);
  }
  const bare = async (width: number, height: number) => new Uint8Array(await sharp(await plainPhoto('allium-oreophilum')).resize(width, height).jpeg({ quality: 80 }).toBuffer());

  test('no metadata and standard tables weigh nothing', async () => {
    expect(await spoken(await bare(900, 700))).toEqual([]);
  });

  test.each([[1024, 1024], [1536, 1024], [1280, 720], [2048, 2048]])('sizes that generators like weigh nothing: %i×%i', async (width, height) => {
    expect(await spoken(await bare(width, height))).toEqual([]);
  });
});
