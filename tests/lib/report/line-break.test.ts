import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../lib/report/pdf/line-break';

/** Chinese one em, Latin half. */
const measure = (char: string) => (char.codePointAt(0)! > 0x2000 ? 1 : 0.5);
const width = (line: string) => [...line].reduce((sum, char) => sum + measure(char), 0);

describe('breakLines', () => {
  it('breaks Chinese anywhere but before closing and after opening marks', () => {
    expect(breakLines('检测结果仅供参考，不构成意见。', 8, measure)).toEqual(['检测结果仅供参', '考，不构成意见。']);
    expect(breakLines('一二三四五（六七）八', 6, measure)).toEqual(['一二三四五', '（六七）八']);
  });

  it('keeps Latin words and numbers whole where they fit a line', () => {
    expect(breakLines('订单号 261103-440118827361994 已收到', 12, measure)).toEqual(['订单号', '261103-440118827361994', '已收到']);
  });

  it('cuts a hash to the width and loses nothing', () => {
    const hash = 'a41f8c2b77d94e10'.repeat(4);
    const lines = breakLines(hash, 10, measure);
    expect(lines.join('')).toBe(hash);
    expect(lines.every((line) => width(line) <= 10)).toBe(true);
    expect(lines).toHaveLength(4);
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(breakLines('𬱖𬳽𬱖𬳽', 2, measure)).toEqual(['𬱖𬳽', '𬱖𬳽']);
  });

  it('never loses or widens anything, for many random texts', () => {
    const alphabet = [...'的一是了，。（）“”abc 12/?&=-…：𬱖'];
    let seed = 7;
    const next = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
    for (let round = 0; round < 2000; round += 1) {
      const text = Array.from({ length: 1 + Math.floor(next() * 60) }, () => alphabet[Math.floor(next() * alphabet.length)]).join('');
      const lines = breakLines(text, 7, measure);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      for (const line of lines) expect(width(line)).toBeLessThanOrEqual(7);
    }
  });
});
