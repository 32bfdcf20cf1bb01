import { describe, expect, it } from 'vitest';
import { sm3 } from '../../../lib/evidence/sm3';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('sm3', () => {
  // GB/T 32905-2016 appendix A.1 and A.2.
  it('hashes the two messages of the standard', () => {
    expect(hex(sm3(Buffer.from('abc')))).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(hex(sm3(Buffer.from('abcd'.repeat(16))))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('pads every length around a block edge as Node does', async () => {
    const { createHash, getHashes } = await import('node:crypto');
    if (!getHashes().includes('sm3')) return console.log('skipped: this Node has no SM3 to compare with');
    for (let length = 0; length < 200; length++) {
      const message = Uint8Array.from({ length }, (_, i) => (i * 37 + length) & 255);
      expect(hex(sm3(message))).toBe(createHash('sm3').update(message).digest('hex'));
    }
  });
});
