import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuantisation } from '../../../lib/evidence/quantisation';

const read = (name: string) => readQuantisation(new Uint8Array(readFileSync(join(__dirname, '../../fixtures/jpeg', name))));

describe('quantisation', () => {
  it('reads tables, sampling and coding', () => {
    const one = read('47x35-ycc-2x2-q85-p0-r2.jpg');
    expect(one.sampling).toBe('4:2:0');
    expect(one.progressive).toBe(false);
    // IJG quality 85: scale 30, so round(16 * 0.3) = 5, 3, 3, 5 …, and 17 * 0.3 = 5.1 for chroma.
    expect([...one.tables[0]!.steps.slice(0, 8)]).toEqual([5, 3, 3, 5, 7, 12, 15, 18]);
    expect(one.tables[1]!.steps[0]).toBe(5);
  });
  it('reads 16-bit tables', () => {
    const wide = read('39x40-ycc-4x1-q5-p0-r0.jpg');
    expect(wide.sampling).toBe('4:1:1');
    // IJG quality 5: scale 1000, 16 * 10 = 160, and 121 * 10 = 1210 beyond a byte.
    expect([wide.tables[0]!.bits, wide.tables[0]!.steps[0], Math.max(...wide.tables[0]!.steps)]).toEqual([16, 160, 1210]);
  });
  it('names grey and progressive', () => {
    expect(read('31x29-grey-1x1-q60-p0-r1.jpg').sampling).toBe('grey');
    expect(read('47x35-ycc-1x2-q85-p1-r0.jpg')).toMatchObject({ sampling: '4:4:0', progressive: true });
  });
});
