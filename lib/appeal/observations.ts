import type { Family, Finding } from '../case/finding';
import { weights } from '../scoring/weights';
import { letterWords } from './page-text';
import type { LetterImage } from './letter-case';
import { say, type Sentence } from './prose';

/** What a third person can check in one picture, in a long and a short wording (without the final stop). */
export interface Observation {
  kind: 'label' | 'visible-label' | 'provenance' | 'same-as-listing' | 'reused' | 'metadata' | 'traces';
  strength: number;
  /** Whether it speaks for the picture being generated or edited, not only for its not showing these goods. */
  alters: boolean;
  long: Sentence;
  short: Sentence;
  /** Where the short one may still be too long. */
  shortest?: Sentence;
}

const fact = (finding: Finding, ...keys: string[]) => {
  const found = keys.map((key) => finding.facts.find((one) => one.key === key && !one.private)?.value).find((value) => value !== undefined);
  return found === undefined ? null : found;
};
const words = (finding: Finding, longest: number, ...keys: string[]) => {
  const value = fact(finding, ...keys);
  return value === null ? null : letterWords(String(value), longest);
};

/** `Label` of the AIGC field: 1 is, 2 may be (a propagator's notice), 3 suspected (a propagator's detection). */
const labelMeanings: Record<string, string> = { 1: '属于', 2: '可能为', 3: '疑似为' };

export const isServiceCode = (producer: string) => /^[0-9A-Za-z]{18,}$/.test(producer);

/** Who the label says generated the picture, as a clause. Codes are registered; names are what the file says. */
export function labelledService(finding: Finding): { operator: string | null; producer: string | null; clause: string; brief: string } {
  const operator = words(finding, 40, 'producerOperator', 'operator');
  const producer = words(finding, 60, 'producer', 'contentProducer');
  if (operator) return { operator, producer, clause: `，所载生成服务提供者编码登记于${operator}`, brief: `，编码登记于${operator}` };
  if (producer) return { operator, producer, clause: isServiceCode(producer) ? `，所载生成服务提供者编码为${producer}` : `，所载生成服务提供者为${producer}`, brief: '' };
  return { operator, producer, clause: '', brief: '' };
}

function ofLabel(image: LetterImage, finding: Finding): Observation {
  const value = String(fact(finding, 'label', 'Label') ?? '');
  const meaning = labelMeanings[value];
  const { clause, brief } = labelledService(finding);
  const says = meaning ? `，标识取值为${value}，即标明${meaning}人工智能生成合成内容` : '';
  return {
    kind: 'label',
    alters: true,
    strength: finding.strength,
    long: say`${image.named}的文件内含人工智能生成合成内容标识（AIGC字段）${says}${clause}`,
    short: say`${image.name}文件内含人工智能生成合成内容标识（AIGC）${meaning ? `，标明“${meaning}”` : ''}${brief}`,
    shortest: say`${image.name}文件内含AI生成合成内容标识${meaning ? `，标明“${meaning}”` : ''}`,
  };
}

function ofVisibleLabel(image: LetterImage, finding: Finding): Observation {
  const text = words(finding, 30, 'text', 'words', 'brand');
  const shown = text ? `“${text}”字样的` : '';
  return { kind: 'visible-label', alters: true, strength: finding.strength, long: say`${image.named}的画面内可见${shown}AI生成提示标识`, short: say`${image.name}画面内可见${shown}AI生成提示标识` };
}

function ofListing(image: LetterImage, finding: Finding): Observation | null {
  const verdict = fact(finding, 'verdict', 'relation');
  if (verdict !== 'same-picture-altered' && verdict !== 'same-picture-unaltered') return null;
  const share = Number(fact(finding, 'share') ?? Number.NaN);
  const percent = share > 0 && share < 0.995 ? (share * 100).toFixed(1).replace(/\.0$/, '') : null;
  const where = percent && percent !== '0' ? `，差异集中于约占画面${percent}%的区域` : '，差异集中于画面局部';
  const difference = verdict === 'same-picture-altered' ? where : '，未见本次商品的实拍差异';
  return {
    kind: 'same-as-listing',
    alters: verdict === 'same-picture-altered',
    strength: finding.strength,
    long: say`经逐点比对，${image.named}与本店商品页面图片吻合为同一张照片${difference}`,
    short: say`${image.name}与本店商品图吻合为同一张照片${difference}`,
  };
}

const ofReuse = (image: LetterImage, finding: Finding): Observation => ({
  kind: 'reused',
  alters: false,
  strength: finding.strength,
  long: say`${image.named}与本店收到的另一笔售后申请中的图片相同或者高度近似`,
  short: say`${image.name}与另一笔售后申请中的图片相同或者高度近似`,
});

function ofMetadata(image: LetterImage, finding: Finding): Observation {
  const taken = words(finding, 40, 'capturedAt', 'captureTime', 'taken');
  const record = taken ? `所记录的拍摄时间为${taken}` : '所记录的时间信息';
  return { kind: 'metadata', alters: false, strength: finding.strength, long: say`${image.named}文件内${record}，与本订单的时间顺序不符`, short: say`${image.name}文件内${record}，与订单时间不符` };
}

const ofProvenance = (image: LetterImage, finding: Finding): Observation => {
  const what = finding.analyser === 'content-credentials' ? '内容凭证（C2PA），其中的来源记录指向生成式工具' : '由生成或者编辑工具写入的来源信息';
  return { kind: 'provenance', alters: true, strength: finding.strength, long: say`${image.named}的文件内含${what}`, short: say`${image.name}文件内含${what}` };
};

const traceFamilies: Partial<Record<Family, string>> = { compression: '压缩痕迹', pixels: '像素统计特征', learned: '图像分类模型', metadata: '文件元数据', 'own-pictures': '本店图片比对' };

function ofTraces(image: LetterImage, findings: Finding[]): Observation {
  const names = [...new Set(findings.map((finding) => traceFamilies[finding.family] ?? '其他'))].join('、');
  return {
    kind: 'traces',
    alters: true,
    strength: Math.max(...findings.map((finding) => finding.strength)),
    long: say`${image.named}在${names}检测中出现与直接拍摄的照片不一致的特征`,
    short: say`${image.name}在${names}检测中出现与直接拍摄不一致的特征`,
  };
}

/** Times of the picture against the order: the one kind of metadata that contradicts the case itself. */
const isTime = (finding: Finding) => finding.family === 'metadata' && /time|date/.test(finding.analyser);

/** These are facts of the file or of a comparison: they stand whatever the fused strength is. The others need a band. */
const standsAlone: readonly Observation['kind'][] = ['label', 'visible-label', 'same-as-listing', 'reused'];

/** Everything worth saying about one picture, strongest first. Only suspicious findings speak, and only with weight in the score. */
export function observationsOf(image: LetterImage): Observation[] {
  const heard: Observation[] = [];
  const traces: Finding[] = [];
  for (const finding of image.findings) {
    if (finding.outcome !== 'suspicious' || finding.strength <= 0 || weights[finding.analyser]?.weight === 0) continue;
    if (finding.analyser === 'ai-label') heard.push(ofLabel(image, finding));
    else if (/visible/.test(finding.analyser)) heard.push(ofVisibleLabel(image, finding));
    else if (finding.family === 'own-pictures') {
      const seen = ofListing(image, finding);
      if (seen) heard.push(seen);
    } else if (finding.family === 'reuse') heard.push(ofReuse(image, finding));
    else if (isTime(finding)) heard.push(ofMetadata(image, finding));
    else if (finding.family === 'provenance') heard.push(ofProvenance(image, finding));
    else traces.push(finding);
  }
  if (traces.length > 0) heard.push(ofTraces(image, traces));
  return heard.filter((one) => image.band !== 'none' || standsAlone.includes(one.kind)).sort((one, other) => other.strength - one.strength);
}
