import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';
import type { CredentialKind } from './content-credentials';

const kinds: Record<Language, Record<CredentialKind, string>> = {
  zh: {
    generated: '内容凭证（C2PA）声明：本图由生成式人工智能生成。',
    'generator-agent': '内容凭证（C2PA）记载的创建软件只用于生成图像，凭证未写明来源类型。',
    reworked: '内容凭证（C2PA）声明：照片经生成式人工智能处理。',
    composite: '内容凭证（C2PA）声明：本图经人工智能修改或含合成部分。',
    part: '内容凭证（C2PA）声明：本图拼入的素材中含人工智能生成部分。',
    edited: '内容凭证（C2PA）只记载了普通编辑操作，没有人工智能声明。',
    captured: '内容凭证（C2PA）声明由相机拍摄，签发者在信任列表内，签发后字节未变。',
    'captured-unverified': '内容凭证（C2PA）写有相机拍摄，但签发者未经信任列表核验或拍摄后有编辑，不作有利认定。',
    'captured-changed': '内容凭证（C2PA）写有相机拍摄，但签发后文件字节有改动。',
    other: '内容凭证（C2PA）中没有人工智能或相机拍摄的声明。',
    remote: '文件只写有一个存放在网上的内容凭证地址；为保护隐私，本工具不会访问它。',
    unreadable: '文件中有内容凭证（C2PA），但结构损坏，无法读取；其他检测项不受影响。',
  },
  en: {
    generated: 'The Content Credential (C2PA) declares this picture to be made by generative AI.',
    'generator-agent': 'The Content Credential (C2PA) names a creating program that only generates pictures; no source type is written.',
    reworked: 'The Content Credential (C2PA) declares a photograph reworked by generative AI.',
    composite: 'The Content Credential (C2PA) declares changes by AI or synthetic parts.',
    part: 'The Content Credential (C2PA) declares an AI-made part among the pieces placed into this picture.',
    edited: 'The Content Credential (C2PA) records ordinary edits only, no AI statement.',
    captured: 'The Content Credential (C2PA) declares a camera capture; the signer is on the trust list and the bytes are unchanged since.',
    'captured-unverified': 'The Content Credential (C2PA) declares a camera capture, but its signer is not verified against a trust list or edits followed: it is not credited.',
    'captured-changed': 'The Content Credential (C2PA) declares a camera capture, but the file’s bytes changed after signing.',
    other: 'The Content Credential (C2PA) states neither AI nor camera capture.',
    remote: 'The file only points to a Content Credential kept online; to protect privacy this tool never visits it.',
    unreadable: 'There is a Content Credential (C2PA), but its structure is damaged and cannot be read; the other checks are not affected.',
  },
};

/** The binding is of a kind that cannot be followed here: neither kept nor broken. */
const unchecked = (finding: Finding) => /Hash\.unchecked/.test(factText(finding, 'codes')) && !/mismatch|\.missing|\.invalid/.test(factText(finding, 'codes'));

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '文件中没有内容凭证；平台转存会清除它，没有不说明任何问题。';
  const kind = kinds.zh[factText(finding, 'kind') as CredentialKind] ?? '';
  const signer = factText(finding, 'signer');
  if (!signer) return kind;
  const state = fact(finding, 'signerTrusted') === true ? '签发者在 C2PA 信任列表内' : '签发者身份未经信任列表核验';
  const bytes = fact(finding, 'bytesUnchanged') === true ? '签发后字节未变' : unchecked(finding) ? '签发后字节是否改动无法核对' : '签发后字节有改动或签名不符';
  return `${kind}签名证书写明“${signer}”，${state}；${bytes}。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'The file holds no Content Credential. Marketplaces strip them; a missing one means nothing.';
  const kind = kinds.en[factText(finding, 'kind') as CredentialKind] ?? '';
  const signer = factText(finding, 'signer');
  if (!signer) return kind;
  const state = fact(finding, 'signerTrusted') === true ? 'the signer is on the C2PA trust list' : 'the signer is not verified against a trust list';
  const bytes = fact(finding, 'bytesUnchanged') === true ? 'bytes unchanged since signing' : unchecked(finding) ? 'whether bytes changed since signing cannot be checked' : 'bytes changed after signing, or the signature does not fit';
  return `${kind} The certificate reads “${signer}”; ${state}; ${bytes}.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '内容凭证（C2PA）',
    summary: zh,
    look: '看来源类型（digitalSourceType）、操作记录、软件名称、签发者与签发时间、校验代码，以及声明出自本图还是拼入的素材。',
    ignore: '没有内容凭证不说明任何问题。降噪、锐化一类的“算法增强”和手机的计算摄影都不是生成。证书过期或签发者不在列表内，不会抹去人工智能声明。',
    alternatives: '声明“经人工智能修改”可能只是换背景、消除杂物等无关修饰；相机凭证也可能来自翻拍屏幕；有的服务在签名后追加信息，会使字节校验不符。',
  },
  en: {
    name: 'Content Credentials (C2PA)',
    summary: en,
    look: 'The source type (digitalSourceType), the recorded actions, the software named, the signer and time of signing, the validation codes, and whether a statement is about this picture or a part placed into it.',
    ignore: 'A missing credential means nothing. “Algorithmically enhanced” (denoising, sharpening) and computational photography are not generation. An expired or unknown signer does not erase an AI statement.',
    alternatives: 'An AI change may be harmless (background, removed clutter); a camera credential may come from photographing a screen; some services append data after signing, which breaks the byte check.',
  },
};
