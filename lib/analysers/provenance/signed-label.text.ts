import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const states: Record<Language, Record<string, string>> = {
  zh: {
    invalid: '标识内的签名与其内容不符：标识可能被改动过，不作判断。',
    unsupported: '标识内有签名，但所用算法或签名范围无法在本机核验，不作判断。',
    malformed: '标识内有签名，但密钥或签名格式不完整，无法核验。',
  },
  en: {
    invalid: 'The signature inside the label does not fit its content: the label may have been changed; no conclusion.',
    unsupported: 'The label is signed, but with an algorithm or over content that cannot be checked here; no conclusion.',
    malformed: 'The label is signed, but its key or signature is malformed and cannot be checked.',
  },
};

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '文件中没有带签名的内容标识；多数服务不签名，没有签名不说明任何问题。';
  const bad = states.zh[factText(finding, 'signature')];
  if (bad) return bad;
  const bits = factText(finding, 'hashDistance');
  const picture =
    {
      belongs: `标识内的图像指纹与本图一致（64 位中相差 ${bits} 位），标识属于本图`,
      elsewhere: `标识内的图像指纹与本图不一致（64 位中相差 ${bits} 位）:本图在标识写入后被改动或裁切，或者标识是从另一张图移来的`,
      uncertain: `标识内的图像指纹与本图相差 ${bits} 位（共 64 位），不足以判断标识是否属于本图`,
    }[factText(finding, 'fit')] ?? '未能把标识与本图比对';
  if (fact(finding, 'keyKnown') !== true) return `标识的签名自洽,未验证签发者；${picture}。`;
  return `标识的 SM2 签名有效，密钥属于${factText(finding, 'keyOwner')}；${picture}。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'The file holds no signed content label. Most services do not sign; that means nothing.';
  const bad = states.en[factText(finding, 'signature')];
  if (bad) return bad;
  const bits = factText(finding, 'hashDistance');
  const picture =
    {
      belongs: `the picture hash in the label agrees with this picture (${bits} of 64 bits differ): the label belongs to it`,
      elsewhere: `the picture hash in the label does not agree with this picture (${bits} of 64 bits differ): the picture was changed or cropped after labelling, or the label was moved here from another picture`,
      uncertain: `the picture hash in the label differs from this picture in ${bits} of 64 bits: not enough to tell whether the label belongs to it`,
    }[factText(finding, 'fit')] ?? 'the label could not be compared with the picture';
  if (fact(finding, 'keyKnown') !== true) return `The label’s signature agrees with itself; the signer is not verified; ${picture}.`;
  return `The label’s SM2 signature is valid with the key of ${factText(finding, 'keyOwnerEnglish')}; ${picture}.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '带签名的内容标识',
    summary: zh,
    look: '看签名是否有效、密钥是否为已知服务所有、标识内的图像指纹（pHash）与本图相差几位：≤6 位属于本图,≥14 位则图被改动或标识来自另一张图。',
    ignore: '未知密钥的签名只说明标识自洽，不说明由谁签发。没有签名的标识不因此减弱。',
    alternatives: '图像指纹本身没有被签名，懂技术的人可以重算；大幅裁切也会使指纹相差很多；服务方更换密钥后会显示为未知密钥。',
  },
  en: {
    name: 'Signed content label',
    summary: en,
    look: 'Whether the signature is valid, whether the key belongs to a known service, and how many bits the picture hash (pHash) in the label differs from this picture: ≤ 6 belongs to it, ≥ 14 the picture was changed or the label comes from another one.',
    ignore: 'A signature by an unknown key only shows that the label agrees with itself. A label without a signature is no weaker for it.',
    alternatives: 'The picture hash itself is not signed and could be recomputed by an expert; heavy cropping also changes it a lot; a service’s new key shows as unknown.',
  },
};
