import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { nodeHost } from '../../../../cli/node-host';
import { examine } from '../../../../lib/analysers/examine';
import { signedLabel } from '../../../../lib/analysers/provenance/signed-label';
import type { Finding } from '../../../../lib/case/finding';
import { perceptualHash } from '../../../../lib/evidence/perceptual-hash';
import { traceSource } from '../../../../lib/evidence/traces';
import { ask, factsOf } from '../../../fixtures/ask';
import { sharedFile, sharedFiles } from '../../../fixtures/shared-data';
import { join } from '../../../fixtures/writers/bytes';
import { app1Exif, jpeg } from '../../../fixtures/writers/jpeg';
import { eXIf, png, tEXt } from '../../../fixtures/writers/png';
import { asciiComment, tiffBlock } from '../../../fixtures/writers/tiff-block';

// A published signature of Tencent Yuanbao over a content hash, and one of a MiniMax code over the label's members.
const contentHash = 'a55d78d15b91ff8b91f7b9ba99472c4db71a3e69fe1d5143ba51df0193c59ae7';
const yuanbaoKey = '0407f79b28a17a752b3aae4305c98b48978213832729a2571850b1310b2bc9fe8fee039ccf25ebfeac27502414d9fcef792d777183c98893d226171c2f7a3289a2';
const yuanbaoSignature = '30450220691f928febac1097459a86ad2da9f957c2c0abcea392f643fb2c6f497597d94d022100c95480c2627606fd711957bc007f9c45f0f84b3a3d96546373b3f73d641d536b';
const minimax = {
  signature: '3046022100AE6B84B3342128AE301A597596FCD9EECF3EA0FC2DB6C250BAF234E167298E9002210097223ABB647B786A90D0A1B93CB9382EA879563B2C7F025FA006BE16AE926C14',
  key: '3059301306072a8648ce3d020106082a811ccf5501822d034200045728F08C58D9C72150A705693EF7337859F8FF216E802630041AFAE5C036F0A67CB1FDF8C57F5F8B623284AE09E4E545464B7140B26BBDA51BAE965F854C57AA',
};

const yuanbao = (pHash: string, signature = yuanbaoSignature) =>
  JSON.stringify({
    AIGC: {
      Label: '1', ContentProducer: '001191440300708461136T1WFUO', ProduceID: 'p-1', ContentPropagator: '', PropagateID: '', ReservedCode2: '',
      ReservedCode1: JSON.stringify({
        Type: ' TC260PG', Version: 1,
        Bindings: [{ Type: 'soft', AlgID: 'phash', Value: pHash }, { Type: 'hash', AlgID: 'sm3', Value: contentHash }],
        PubSD: [{ Type: 'DS', AlgID: 'sm2', TBSData: { Type: 'Binding', BType: 'hash' }, Signature: signature }, { Type: 'PubKey', AlgID: 'sm2', KeyValue: yuanbaoKey }],
        Extension: { Timestamp: 1, KeyVersion: 'v1-TxLeOmf7bqU223' },
      }),
    },
  });
const commentBlock = (json: string) => tiffBlock({ exif: [{ tag: 0x9286, value: asciiComment(json) }] });

/** A picture with structure at every scale; the seed moves it far. */
function scene(seed: number, width = 360, height = 300): Sharp {
  const rgb = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        let value = 128;
        for (let k = 1; k < 6; k++) value += (70 / k) * Math.sin((x * k * ((seed % 5) + 1)) / 61 + (y * k * ((seed % 7) + 2)) / 83 + seed * k + c);
        rgb[(y * width + x) * 3 + c] = Math.min(255, Math.max(0, value));
      }
  return sharp(rgb, { raw: { width, height, channels: 3 } });
}

/** The label goes in behind IHDR, or behind SOI. */
const intoPng = (bytes: Buffer, json: string) => join(bytes.subarray(0, 33), eXIf(commentBlock(json)), bytes.subarray(33));
const intoJpeg = (bytes: Buffer, json: string) => join(bytes.subarray(0, 2), app1Exif(commentBlock(json)), bytes.subarray(2));
const examined = async (bytes: Uint8Array): Promise<Finding> => (await examine(traceSource(bytes, nodeHost), {}, [signedLabel]))[0]!;

let hash: string;
beforeAll(async () => {
  hash = perceptualHash(await nodeHost.decode(new Uint8Array(await scene(3).png().toBuffer()), 'png'));
});

describe('a label with the pinned key', () => {
  test('belongs to its picture, also re-saved and halved', async () => {
    for (const bytes of [intoPng(await scene(3).png().toBuffer(), yuanbao(hash)), intoJpeg(await scene(3).resize(180).jpeg({ quality: 50 }).toBuffer(), yuanbao(hash))]) {
      const finding = await examined(bytes);
      expect([finding.outcome, finding.strength]).toEqual(['suspicious', 1.5]);
      expect(factsOf(finding)).toMatchObject({ signature: 'valid', keyKnown: true, fit: 'belongs', keyOwner: '腾讯元宝', field: 'ReservedCode1' });
    }
  });

  test('moved onto another picture is said to belong elsewhere', async () => {
    const finding = await examined(intoPng(await scene(11).png().toBuffer(), yuanbao(hash)));
    expect([finding.strength, factsOf(finding).fit]).toEqual([0.5, 'elsewhere']);
    expect(signedLabel.text.zh.summary(finding)).toContain('从另一张图移来');
    expect(signedLabel.text.en.summary(finding)).toContain('moved here from another picture');
  });

  test('between 6 and 14 bits nothing is concluded', async () => {
    const off = (BigInt(`0x${hash}`) ^ 0x3ffn).toString(16).padStart(16, '0');
    const finding = await examined(intoPng(await scene(3).png().toBuffer(), yuanbao(off)));
    expect([finding.outcome, finding.strength, factsOf(finding).fit, factsOf(finding).hashDistance]).toEqual(['inconclusive', 0, 'uncertain', 10]);
  });

  test('fails with any byte of the signature changed', async () => {
    for (const at of [6, 20, 40, 41, 60, yuanbaoSignature.length / 2 - 1]) {
      const bytes = Buffer.from(yuanbaoSignature, 'hex');
      bytes[at]! ^= 0x10;
      const finding = await ask(signedLabel, png({ before: [eXIf(commentBlock(yuanbao(hash, bytes.toString('hex'))))] }));
      expect([at, finding.outcome, factsOf(finding).signature]).toEqual([at, 'inconclusive', 'invalid']);
    }
  });

  test('is verified although the picture cannot be decoded, without conclusion', async () => {
    const finding = await ask(signedLabel, jpeg({ segments: [app1Exif(commentBlock(yuanbao(hash)))] }));
    expect([finding.outcome, factsOf(finding).signature, factsOf(finding).fit]).toEqual(['inconclusive', 'valid', 'not-compared']);
  });
});

describe('other signed labels', () => {
  const members = (id: string, extra: object = {}) =>
    JSON.stringify({
      Label: '1', ContentProducer: '001191310104MACE0YX63918020', ProduceID: id,
      ReservedCode1: JSON.stringify({ SecurityData: { Type: 'TC260PG', Version: 1, PubSD: [{ Type: 'DS', AlgID: '1.2.156.10197.1.501', TBSData: { Type: 'LabelMataData' }, Signature: minimax.signature, ...extra }, { Type: 'PubKey', AlgID: '1.2.156.10197.1.501', KeyValue: minimax.key }] } }),
    });
  const inText = (json: string) => ask(signedLabel, png({ before: [tEXt('AIGC', json)] }));

  test('an unknown key is self-consistent, its signer unverified', async () => {
    const finding = await inText(members('142569260085903360'));
    expect([finding.outcome, factsOf(finding).signature, factsOf(finding).keyKnown]).toEqual(['inconclusive', 'valid', false]);
    expect(signedLabel.text.zh.summary(finding)).toContain('自洽,未验证签发者');
  });

  test('the signature covers the label’s own members', async () => {
    expect(factsOf(await inText(members('142569260085903361'))).signature).toBe('invalid');
  });

  test('RSA and broken keys are named, not judged', async () => {
    expect(factsOf(await inText(members('1', { AlgID: 'rsa' }))).signature).toBe('unsupported');
    expect(factsOf(await inText(members('1', { Signature: 'zz' }))).signature).toBe('malformed');
  });

  test('opaque reserved codes are no signature', async () => {
    const label = JSON.stringify({ Label: '1', ContentProducer: 'x', ProduceID: 'y', ReservedCode1: Buffer.alloc(32, 7).toString('base64') });
    expect((await inText(label)).outcome).toBe('not-applicable');
  });
});

describe('real files', () => {
  const signed = ['aigc-signed-png-yuanbao-1.png', 'aigc-signed-png-yuanbao-2.png'];
  test.each(sharedFiles('labelled').filter((name) => signed.includes(name)))('%s verifies and belongs to its picture', async (name) => {
    const finding = await examined(sharedFile('labelled', name));
    expect(finding.strength).toBe(1.5);
    expect(factsOf(finding)).toMatchObject({ signature: 'valid', keyKnown: true, fit: 'belongs', hashDistance: 0, halves: 'ReservedCode1: valid; ReservedCode2: valid' });
  });

  test.each(sharedFiles('labelled').filter((name) => signed.includes(name)))('%s: re-saved still belongs, cropped by half does not', async (name) => {
    const original = sharedFile('labelled', name);
    const json = Buffer.from(original.subarray(33, 8192)).toString('utf8').match(/\{"AIGC": [\s\S]*"\}\}/)![0];
    const resaved = await sharp(original).resize({ width: 700 }).jpeg({ quality: 60 }).toBuffer();
    expect(factsOf(await examined(intoJpeg(resaved, json)))).toMatchObject({ signature: 'valid', fit: 'belongs' });
    const { width, height } = await sharp(original).metadata();
    const cropped = await sharp(original).extract({ left: 0, top: 0, width, height: Math.floor(height / 2) }).png().toBuffer();
    const finding = await examined(intoPng(cropped, json));
    expect([factsOf(finding).fit, finding.strength]).toEqual(['elsewhere', 0.5]);
  });

  test.each(sharedFiles('camera'))('camera/%s has none', async (name) => {
    expect((await ask(signedLabel, sharedFile('camera', name))).outcome).toBe('not-applicable');
  });
});
