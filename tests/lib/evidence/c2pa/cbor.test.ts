import { describe, expect, it } from 'vitest';
import { decodeCbor, Tagged } from '../../../../lib/evidence/c2pa/cbor';
import { MalformedCredential } from '../../../../lib/evidence/c2pa/malformed-credential';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));
const decode = (text: string) => decodeCbor(hex(text));

describe('cbor', () => {
  // RFC 8949 appendix A.
  it.each([
    ['00', 0], ['17', 23], ['1818', 24], ['1903e8', 1000], ['1b000000e8d4a51000', 1000000000000], ['1bffffffffffffffff', 18446744073709551615n],
    ['20', -1], ['3903e7', -1000], ['3bffffffffffffffff', -18446744073709551616n], ['f93c00', 1], ['f9c400', -4], ['f90001', 5.960464477539063e-8], ['f97c00', Infinity],
    ['fa47c35000', 100000], ['fb3ff199999999999a', 1.1], ['f4', false], ['f5', true], ['f6', null], ['60', ''], ['6449455446', 'IETF'], ['62c3bc', 'ü'],
  ])('%s', (bytes, value) => expect(decode(bytes)).toStrictEqual(value));

  it('reads arrays, maps, tags, byte strings and indefinite lengths', () => {
    expect(decode('8301820203820405')).toEqual([1, [2, 3], [4, 5]]);
    expect({ ...(decode('a26161016162820203') as object) }).toEqual({ a: 1, b: [2, 3] });
    expect({ ...(decode('a201020304') as object) }).toEqual({ 1: 2, 3: 4 });
    expect(decode('4401020304')).toEqual(hex('01020304'));
    expect(decode('c11a514b67b0')).toEqual(new Tagged(1, 1363896240));
    expect(decode('9f018202039f0405ffff')).toEqual([1, [2, 3], [4, 5]]);
    expect(decode('5f42010243030405ff')).toEqual(hex('0102030405'));
    expect(decode('7f657374726561646d696e67ff')).toBe('streaming');
    expect({ ...(decode('bf61610161629f0203ffff') as object) }).toEqual({ a: 1, b: [2, 3] });
  });

  it('keeps a key named __proto__ as a plain member', () => {
    const map = decode('a1695f5f70726f746f5f5fa1616101') as Record<string, unknown>;
    expect(Object.keys(map)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it.each(['', '18', '5a00000010ab', '9a00ffffff01', '9f01', '81'.repeat(200), 'ff', '1c', 'a1f601', '5bffffffffffffffff', 'bf'])('names the fault of %s', (bytes) => {
    expect(() => decode(bytes)).toThrow(MalformedCredential);
  });
});
