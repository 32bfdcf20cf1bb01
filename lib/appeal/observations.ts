import type { Family, Finding } from '../case/finding';
import { weights } from '../scoring/weights';
import { namedObservations } from './named-observations';
import { fact, words } from './finding-facts';
import type { LetterImage } from './letter-case';
import { say, type Sentence } from './prose';

/** What a third person can check in one picture, in shorter and shorter wordings (without the final stop). */
export interface Observation {
  kind: 'label' | 'visible-label' | 'provenance' | 'same-as-listing' | 'reused' | 'metadata' | 'traces';
  strength: number;
  /** Whether it speaks for the picture being generated or edited, not only for its not showing these goods. */
  alters: boolean;
  /** A label set by a service that spread the picture, not by the one that made it. */
  byPropagator?: boolean;
  long: Sentence;
  short: Sentence;
  /** Where the short one may still be too long: shorter and shorter. */
  shorter?: Sentence[];
}

/** The name of a picture with the start of its digest, and its bare name. */
export type NamedImage = Pick<LetterImage, 'name' | 'named'>;

function ofVisibleLabel({ name, named }: NamedImage, finding: Finding): Observation {
  const text = words(finding, 30, 'text', 'words');
  if (!text && fact(finding, 'kind') !== null) {
    // A shape alone is no label: it needs the band like any other trace.
    const shape = `与${words(finding, 20, 'brand') ?? '生成服务'}所用标记形状相近的图形`;
    return { kind: 'provenance', alters: true, strength: finding.strength, long: say`${named}的画面边角可见${shape}`, short: say`${name}画面边角可见${shape}` };
  }
  const mark = text ? `“${text}”字样的提示标识` : 'AI生成提示标识';
  return { kind: 'visible-label', alters: true, strength: finding.strength, long: say`${named}的画面内可见${mark}`, short: say`${name}画面内可见${mark}` };
}

function ofListing({ name, named }: NamedImage, finding: Finding): Observation | null {
  const verdict = fact(finding, 'verdict');
  if (verdict !== 'same-picture-altered' && verdict !== 'same-picture-unaltered') return null;
  const share = Number(fact(finding, 'share') ?? Number.NaN);
  const percent = share >= 0.0005 && share < 0.995 ? (share * 100).toFixed(1).replace(/\.0$/, '') : null;
  const where = percent ? `，差异集中于约占画面${percent}%的区域` : '，差异集中于画面局部';
  // Without its noise a copy is not told from a second exposure: then the letter says no more than that they coincide.
  const untold = verdict === 'same-picture-unaltered' && fact(finding, 'exposure') === 'untold';
  const same = untold ? '' : '，可认为是同一张照片';
  const difference = verdict === 'same-picture-altered' ? where : untold ? '，未见不同之处' : '，未见本次所收商品的实拍内容';
  return {
    kind: 'same-as-listing',
    alters: verdict === 'same-picture-altered',
    strength: finding.strength,
    long: say`经比对，${named}与本店商品页面图片逐点吻合${same}${difference}`,
    short: say`${name}与本店商品图逐点吻合${difference}`,
  };
}

const ofReuse = ({ name, named }: NamedImage, finding: Finding): Observation => ({
  kind: 'reused',
  alters: false,
  strength: finding.strength,
  long: say`${named}与本店收到的另一笔售后申请中的图片相同或者高度近似`,
  short: say`${name}与另一笔售后申请中的图片相同或者高度近似`,
});

const relations: Record<string, string> = { 'after-claim': '晚于本次售后申请时间', 'before-order': '早于本订单下单时间', 'before-delivery': '早于本订单送达时间' };

function ofTime({ name, named }: NamedImage, finding: Finding): Observation {
  const taken = words(finding, 40, 'raw')?.replace(/^(\d{4}):(\d{2}):(\d{2})\b/, '$1-$2-$3');
  const record = `所记录的拍摄时间${taken ? `（${taken}）` : ''}`;
  const relation = relations[String(fact(finding, 'relation'))] ?? '与本订单的时间顺序不符';
  return { kind: 'metadata', alters: false, strength: finding.strength, long: say`${named}文件内${record}${relation}`, short: say`${name}文件内${record}${relation}` };
}

const traceFamilies: Partial<Record<Family, string>> = { compression: '压缩痕迹', pixels: '像素统计特征', learned: '图像分类模型', metadata: '文件元数据', 'own-pictures': '本店图片比对' };

function ofTraces({ name, named }: NamedImage, findings: Finding[]): Observation {
  const looked = [...new Set(findings.map((finding) => traceFamilies[finding.family] ?? '其他痕迹'))].join('、');
  return {
    kind: 'traces',
    alters: true,
    strength: findings.reduce((sum, finding) => sum + finding.strength, 0),
    long: say`${named}在${looked}检测中出现与直接拍摄的照片不一致的特征`,
    short: say`${name}在${looked}检测中出现与直接拍摄不一致的特征`,
  };
}

const leads = ({ kind }: Observation) => (kind === 'label' ? 1 : 0);

/**
 * Everything worth saying about one picture: a label first, then by strength. Only suspicious findings speak, and only with
 * weight in the score; where all findings together support nothing, none of them does.
 */
export function observationsOf(image: LetterImage): Observation[] {
  if (image.band === 'none') return [];
  const heard: Observation[] = [];
  const traces: Finding[] = [];
  for (const finding of image.findings) {
    if (finding.outcome !== 'suspicious' || !(finding.strength > 0) || weights[finding.analyser]?.weight === 0) continue;
    const fromFile = namedObservations[finding.analyser];
    const seen = fromFile
      ? fromFile(image, finding)
      : /visible/.test(finding.analyser)
        ? ofVisibleLabel(image, finding)
        : finding.family === 'own-pictures'
          ? ofListing(image, finding)
          : finding.family === 'reuse'
            ? ofReuse(image, finding)
            : finding.analyser === 'capture-time'
              ? ofTime(image, finding)
              : finding.family === 'provenance'
                ? namedObservations['other']!(image, finding)
                : undefined;
    if (seen) heard.push(seen);
    else if (seen === undefined) traces.push(finding);
  }
  if (traces.length > 0) heard.push(ofTraces(image, traces));
  return heard.sort((one, other) => leads(other) - leads(one) || other.strength - one.strength);
}
