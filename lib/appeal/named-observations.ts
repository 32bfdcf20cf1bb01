import type { Finding } from '../case/finding';
import { fact, words } from './finding-facts';
import type { NamedImage, Observation } from './observations';
import { say } from './prose';

/** `Label` of the AIGC field (GB 45438-2025 Annex E): 1 is, 2 may be (declared to a propagator), 3 suspected (by a propagator). */
const labelMeanings: Record<string, string> = { '1': '属于', '2': '可能为', '3': '疑似为' };

/** Registered producer codes are plain letters and digits; anything else is a name. */
const isCode = (producer: string) => /^[0-9A-Za-z]{18,}$/.test(producer);

/** The service a label names. `name` is null where it gives only a code we cannot read, or nothing. */
export interface LabelledService {
  role: '生成合成服务提供者' | '内容传播服务提供者';
  name: string | null;
  code: string | null;
}

/** Whom the label names: the generating service, or for a propagator's notice the service that spread it. */
export function labelledService(finding: Finding): LabelledService | null {
  for (const [key, role] of [['producer', '生成合成服务提供者'], ['propagator', '内容传播服务提供者']] as const) {
    const operator = words(finding, 40, `${key}Operator`);
    const named = words(finding, 60, key);
    if (operator || named) return { role, name: operator ?? (isCode(named!) ? null : named), code: named && isCode(named) ? named : null };
  }
  return null;
}

function ofLabel(image: NamedImage, finding: Finding): Observation {
  const value = String(fact(finding, 'label') ?? '');
  if (!value && fact(finding, 'exportReading') !== null) return aboutFile('应用导出图片时写入的记录，其中标明内容由AI生成')(image, finding);
  const meaning = labelMeanings[value];
  const service = labelledService(finding);
  const registered = service?.code && service.name ? '编码对应' : '为';
  const who = service ? `，所载${service.role}${service.name ? `${registered}${service.name}` : `编码为${service.code}`}` : '';
  const registrant = service?.name ? `，${registered === '为' ? `${service.role === '内容传播服务提供者' ? '传播' : ''}服务提供者为` : registered}${service.name}` : '';
  const aigc = `${image.name}文件内含AIGC标识${meaning ? `，标明${meaning}生成合成内容` : ''}`;
  return {
    kind: 'label',
    alters: true,
    byPropagator: value === '2' || value === '3',
    strength: finding.strength,
    long: say`${image.named}的文件内含人工智能生成合成内容标识（AIGC字段）${meaning ? `，标识取值为${value}，即标明${meaning}人工智能生成合成内容` : ''}${who}`,
    short: say`${image.name}文件内含人工智能生成合成内容标识（AIGC）${meaning ? `，标明${meaning}生成合成内容` : ''}${registrant}`,
    shorter: [say`${aigc}${registrant}`, say`${aigc}`],
  };
}

type Reader = (image: NamedImage, finding: Finding) => Observation;

/** 图1的文件内含… */
const aboutFile = (holds: string): Reader => ({ name, named }, { strength }) => ({ kind: 'provenance', alters: true, strength, long: say`${named}的文件内含${holds}`, short: say`${name}文件内含${holds}` });

/** 图1的画面内检出… */
function aboutPicture(shows: string, kind: Observation['kind'] = 'provenance'): Reader {
  return ({ name, named }, { strength }) => ({ kind, alters: true, strength, long: say`${named}的画面内检出${shows}`, short: say`${name}画面内检出${shows}` });
}

/** Kinds of Content Credentials statements, in words that claim no more than the file says. */
const credentialKinds: Record<string, string> = {
  generated: '内容凭证（C2PA），其中声明图片由AI生成',
  'generator-agent': '内容凭证（C2PA），其中记录图片由生成式工具创建',
  reworked: '内容凭证（C2PA），其中声明照片经AI改动',
  composite: '内容凭证（C2PA），其中声明图片含AI合成部分',
  part: '内容凭证（C2PA），其中声明图片的组成素材含AI生成内容',
  edited: '内容凭证（C2PA），其中记录了编辑操作',
  'captured-changed': '内容凭证（C2PA），其签署后文件内容有变动',
};

/** The statement, and for a letter with room who signed it: a reader can ask that organisation. What was not verified is said beside the name. */
function ofCredential(image: NamedImage, finding: Finding): Observation {
  const statement = credentialKinds[String(fact(finding, 'kind'))] ?? '内容凭证（C2PA），其中的来源记录指向生成或者编辑工具';
  const signer = words(finding, 60, 'signer');
  const observation = aboutFile(statement)(image, finding);
  if (signer === null) return observation;
  const listed = fact(finding, 'signerTrusted') === true ? '该签发者在C2PA信任列表内' : '该签发者身份未经信任列表核验';
  const unchanged = fact(finding, 'bytesUnchanged') === true ? '，签署后文件字节未变' : '';
  return { ...observation, long: aboutFile(`${statement}，签名证书写明的签发者为${signer}（${listed}${unchanged}）`)(image, finding).long };
}

const sourceReadings: Record<string, string> = { generated: '数字来源类型信息，其中标明图片由AI生成', 'ai-edited': '数字来源类型信息，其中标明图片经AI编辑' };

function ofSignature(image: NamedImage, finding: Finding): Observation {
  const owner = words(finding, 40, 'keyOwner');
  const signed = `经验证有效的标识数字签名${owner ? `，签名密钥属于${owner}` : ''}`;
  return aboutFile(fact(finding, 'fit') === 'elsewhere' ? `${signed}，但标识所记画面特征与该图不符` : signed)(image, finding);
}

/** What analysers with words of their own found, by analyser id; `other` for those without words of their own. */
export const namedObservations: Readonly<Record<string, Reader>> = {
  'ai-label': ofLabel,
  'signed-label': ofSignature,
  'content-credentials': ofCredential,
  'digital-source-type': (image, finding) => aboutFile(sourceReadings[String(fact(finding, 'reading'))] ?? '数字来源类型信息，其中提示图片经AI处理')(image, finding),
  'generator-trace': (image, finding) => {
    const tool = words(finding, 40, 'tool');
    return aboutFile(`由${tool ? `生成工具${tool}` : '生成工具'}写入的处理信息`)(image, finding);
  },
  'vendor-edit': (image, finding) => aboutFile(fact(finding, 'genAIType') === null ? '手机相册写入的编辑记录' : '手机相册写入的生成式编辑记录')(image, finding),
  'editing-software': (image, finding) => {
    const editor = words(finding, 40, 'editor', 'value');
    return aboutFile(`由图片编辑软件${editor ? `${editor}` : ''}写入的保存记录`)(image, finding);
  },
  'embedded-thumbnail': aboutFile('与主画面不一致的缩略图'),
  'repeated-label': ({ name, named }, finding) => ({
    kind: 'reused',
    alters: false,
    strength: finding.strength,
    long: say`${named}所带人工智能生成合成内容标识的内容编号，与本店收到的另一笔售后申请中图片的编号相同`,
    short: say`${name}的标识编号与另一笔售后申请中图片的编号相同`,
  }),
  'dwt-dct-watermark': aboutPicture('生成软件写入的不可见水印'),
  'stealth-metadata': aboutPicture('生成工具写入最低位像素的信息'),
  'copy-move': aboutPicture('相互重复的区域（复制—移动特征）', 'traces'),
  other: aboutFile('由生成或者编辑工具写入的来源信息'),
};
