import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../lib/report/pdf/visible-text';

const has = (codePoint: number) => codePoint < 0x10000 && !(codePoint >= 0x0600 && codePoint < 0x0700);

describe('visibleText', () => {
  it('leaves what the font draws', () => expect(visibleText('䶮 㛃，¥128.00', has)).toBe('䶮 㛃，¥128.00'));
  it('writes out what the font lacks', () => {
    expect(visibleText('好🙂', has)).toBe('好〈U+1F642〉');
    expect(visibleText('م', has)).toBe('〈U+0645〉');
  });
  it('makes bidirectional and invisible marks visible though the font may hold them', () => {
    expect(visibleText('a\u202eb\u200b\u0007\ufeff', () => true)).toBe('a〈U+202E〉b〈U+200B〉〈U+0007〉〈U+FEFF〉');
  });
  it('keeps line feeds and turns other breaks into them', () => expect(visibleText('a\r\nb\rc\td', has)).toBe('a\nb\nc  d'));
  it('shows a lone surrogate', () => expect(visibleText('x\ud800y', has)).toBe('x〈U+D800〉y'));
});
