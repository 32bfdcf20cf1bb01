import { describe, expect, it } from 'vitest';
import { parsePublicKey, parseSignature, sm2Verify, Sm2FormatError } from '../../../lib/evidence/sm2';
import { sm3 } from '../../../lib/evidence/sm3';

// A signature read from a picture of Tencent Yuanbao, and one from a public text file labelled by MiniMax's code.
const yuanbao = {
  key: '0407f79b28a17a752b3aae4305c98b48978213832729a2571850b1310b2bc9fe8fee039ccf25ebfeac27502414d9fcef792d777183c98893d226171c2f7a3289a2',
  message: Buffer.from('a55d78d15b91ff8b91f7b9ba99472c4db71a3e69fe1d5143ba51df0193c59ae7', 'hex'),
  signature:
    '30450220691f928febac1097459a86ad2da9f957c2c0abcea392f643fb2c6f497597d94d022100c95480c2627606fd711957bc007f9c45f0f84b3a3d96546373b3f73d641d536b',
};
const minimax = {
  key: '045728F08C58D9C72150A705693EF7337859F8FF216E802630041AFAE5C036F0A67CB1FDF8C57F5F8B623284AE09E4E545464B7140B26BBDA51BAE965F854C57AA',
  message: Buffer.from('"Label":"1","ContentProducer":"001191310104MACE0YX63918020","ProduceID":"142569260085903360"'),
  signature:
    '3046022100AE6B84B3342128AE301A597596FCD9EECF3EA0FC2DB6C250BAF234E167298E9002210097223ABB647B786A90D0A1B93CB9382EA879563B2C7F025FA006BE16AE926C14',
};

const verify = (message: Uint8Array, signature: string, key: string) => parsePublicKey(key).some((point) => sm2Verify(message, parseSignature(signature), point));

describe('sm2', () => {
  it('verifies a signature over the digest bytes found in a label', () => {
    expect(verify(yuanbao.message, yuanbao.signature, yuanbao.key)).toBe(true);
  });

  it('verifies a signature made over SM3 of the message, and not as one over the message', () => {
    expect(verify(sm3(minimax.message), minimax.signature, minimax.key)).toBe(true);
    expect(verify(minimax.message, minimax.signature, minimax.key)).toBe(false);
  });

  it('refuses a change of any single byte of r, s, the message or the key', () => {
    for (const at of [8, 20, 39, 50, 70, 142 / 2 - 1]) {
      const bytes = Buffer.from(yuanbao.signature, 'hex');
      bytes[at]! ^= 1;
      expect(verify(yuanbao.message, bytes.toString('hex'), yuanbao.key), `byte ${at}`).toBe(false);
    }
    const message = Buffer.from(yuanbao.message);
    message[31]! ^= 0x80;
    expect(verify(message, yuanbao.signature, yuanbao.key)).toBe(false);
    expect(verify(yuanbao.message, yuanbao.signature, minimax.key)).toBe(false);
  });

  it('reads every form of key seen in labels', () => {
    const x = yuanbao.key.slice(2, 66);
    const y = yuanbao.key.slice(66);
    const parity = Number.parseInt(y.slice(-1), 16) & 1 ? '03' : '02';
    const spki = `3059301306072a8648ce3d020106082a811ccf5501822d034200${yuanbao.key}`;
    for (const form of [yuanbao.key.toUpperCase(), x + y, parity + x, `00${x}`, spki]) expect(verify(yuanbao.message, yuanbao.signature, form), form).toBe(true);
    expect(verify(yuanbao.message, yuanbao.signature, (parity === '03' ? '02' : '03') + x)).toBe(false);
  });

  it('names what is wrong with a malformed key or signature', () => {
    expect(() => parsePublicKey('zz')).toThrow(Sm2FormatError);
    expect(() => parsePublicKey(`04${'11'.repeat(64)}`)).toThrow('not a point');
    expect(() => parseSignature('3044')).toThrow(Sm2FormatError);
    expect(() => parseSignature(yuanbao.signature.slice(0, -2))).toThrow('DER');
    expect(() => parseSignature(`${yuanbao.signature}00`)).toThrow('DER');
  });

  it('rejects r or s outside [1, n − 1]', () => {
    const [key] = parsePublicKey(yuanbao.key);
    const { r, s } = parseSignature(yuanbao.signature);
    const n = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
    expect(sm2Verify(yuanbao.message, { r: r + n, s }, key!)).toBe(false);
    expect(sm2Verify(yuanbao.message, { r: 0n, s }, key!)).toBe(false);
  });
});
