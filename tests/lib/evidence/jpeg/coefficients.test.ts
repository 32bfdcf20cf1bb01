import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeCoefficients, type JpegCoefficients } from '../../../../lib/evidence/jpeg/coefficients';
import { JpegError } from '../../../../lib/evidence/jpeg/jpeg-error';

const fixtures = join(__dirname, '../../../fixtures/jpeg');
const golden = readdirSync(fixtures).filter((name) => name.endsWith('.jpg'));

/** Compares with a dump of tests/oracle/jpeg-coefficients.c; returns how many numbers differ. */
function differences(picture: JpegCoefficients, dump: Uint8Array): number {
  const view = new DataView(dump.buffer, dump.byteOffset, dump.length);
  let at = 4;
  let wrong = view.getUint32(0, true) === picture.components.length ? 0 : 1;
  for (const one of picture.components) {
    expect([one.blocksWide, one.blocksHigh]).toEqual([view.getUint32(at, true), view.getUint32(at + 4, true)]);
    at += 8;
    for (let i = 0; i < 64; i += 1, at += 2) if (view.getUint16(at, true) !== one.steps[i]) wrong += 1;
    for (let y = 0; y < one.blocksHigh; y += 1) {
      for (let i = 0; i < one.blocksWide * 64; i += 1, at += 2) {
        if (view.getInt16(at, true) !== one.coefficients[y * one.stride * 64 + i]) wrong += 1;
      }
    }
  }
  expect(at).toBe(dump.length);
  return wrong;
}

const read = (path: string) => new Uint8Array(readFileSync(path));

describe('golden dumps of libjpeg', () => {
  it('has every coding', () => expect(golden.length).toBeGreaterThanOrEqual(8));
  it.each(golden)('%s', (name) => {
    const dump = gunzipSync(readFileSync(join(fixtures, name.replace('.jpg', '.dump.gz'))));
    const picture = decodeCoefficients(read(join(fixtures, name)));
    expect(picture.truncated).toBe(false);
    expect(picture.progressive).toBe(name.includes('-p1-'));
    expect(differences(picture, dump)).toBe(0);
  });
});

describe('against libjpeg built here', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jpeg-oracle-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const oracle = join(folder, 'oracle');
  let built = true;
  try {
    execFileSync('cc', ['-O1', '-o', oracle, join(__dirname, '../../../oracle/jpeg-coefficients.c'), '-ljpeg'], { stdio: 'ignore' });
  } catch {
    built = false;
    console.log('skipped: no C compiler with libjpeg headers; the golden dumps were still compared');
  }
  const asked = ['grey 1x1', 'grey 2x2', 'ycc 1x1', 'ycc 2x1', 'ycc 2x2', 'ycc 1x2', 'rgb 1x1', 'cmyk 1x1', 'cmyk 2x1'].flatMap((spec, i) =>
    [0, 1].map((progressive) => {
      const [space, sampling] = spec.split(' ') as [string, string];
      return { space, sampling, progressive, width: 61 + 13 * i, height: 90 - 7 * i, quality: [35, 75, 92, 100][i % 4]!, restart: i % 3 };
    }),
  );
  it.skipIf(!built).each(asked)('$space $sampling progressive $progressive $width×$height q$quality restart $restart', (spec) => {
    const path = join(folder, 'sample.jpg');
    const { space, sampling, progressive, width, height, quality, restart } = spec;
    execFileSync(oracle, ['make', path, width, height, space, sampling, quality, progressive, restart, 7].map(String), { stdio: 'pipe' });
    const dump = execFileSync(oracle, ['dump', path], { maxBuffer: 1 << 26 });
    expect(differences(decodeCoefficients(read(path)), dump)).toBe(0);
  });

  const camera = '../shared/data/camera';
  const photographs = existsSync(camera) ? readdirSync(camera).filter((name) => name.endsWith('.jpg')) : [];
  if (photographs.length === 0) console.log('skipped: ../shared/data/camera is absent');
  it.skipIf(!built || photographs.length === 0)('camera originals and re-saves', () => {
    for (const name of photographs) {
      const path = join(camera, name);
      const dump = execFileSync(oracle, ['dump', path], { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] });
      expect([name, differences(decodeCoefficients(read(path)), dump)]).toEqual([name, 0]);
    }
  });
});

describe('broken and hostile files', () => {
  const baseline = read(join(fixtures, '47x35-ycc-2x2-q85-p0-r2.jpg'));
  const progressive = read(join(fixtures, '47x35-ycc-1x2-q85-p1-r0.jpg'));
  const code = (bytes: Uint8Array, limits = {}) => {
    try {
      decodeCoefficients(bytes, limits);
      return 'read';
    } catch (error) {
      if (error instanceof JpegError) return error.code;
      throw error;
    }
  };
  const sofAt = (bytes: Uint8Array) => bytes.findIndex((byte, i) => byte === 0xff && (bytes[i + 1] === 0xc0 || bytes[i + 1] === 0xc2));

  it('gives the blocks before the cut and says so', () => {
    const whole = decodeCoefficients(baseline).components[0]!;
    const part = decodeCoefficients(baseline.subarray(0, baseline.length - 250));
    expect(part.truncated).toBe(true);
    expect(part.components[0]!.coefficients.slice(0, 64 * 4)).toEqual(whole.coefficients.slice(0, 64 * 4));
    expect(part.components[0]!.coefficients).not.toEqual(whole.coefficients);
  });
  it('takes any cut of a file without another error than its own', () => {
    for (const file of [baseline, progressive]) {
      const seen = new Set<string>();
      for (let length = 0; length < file.length; length += 7) seen.add(code(file.subarray(0, length)));
      expect([...seen].sort()).toEqual(['no-frame', 'no-scan', 'not-jpeg', 'read']);
    }
  });
  it('takes any single changed byte without another error than its own', () => {
    for (const file of [baseline, progressive]) {
      for (let at = 0; at < file.length; at += 3) {
        const changed = file.slice();
        changed[at]! ^= 0x5a;
        expect(typeof code(changed)).toBe('string');
      }
    }
  });
  it('refuses sizes the bytes cannot hold, and sizes over the limit', () => {
    const giant = baseline.slice();
    giant.set([0xff, 0xff, 0xff, 0xff], sofAt(giant) + 5);
    expect(code(giant)).toBe('too-many-pixels');
    expect(code(baseline, { maxPixels: 1000 })).toBe('too-many-pixels');
  });
  it('names codings it does not read', () => {
    const arithmetic = baseline.slice();
    arithmetic[sofAt(arithmetic) + 1] = 0xc9;
    expect(code(arithmetic)).toBe('unsupported-coding');
    const twelveBits = baseline.slice();
    twelveBits[sofAt(twelveBits) + 4] = 12;
    expect(code(twelveBits)).toBe('unsupported-precision');
    expect(code(new Uint8Array([1, 2, 3, 4]))).toBe('not-jpeg');
  });
  it('stops after too many scans', () => expect(code(progressive, { maxScans: 3 })).toBe('too-many-scans'));
});
