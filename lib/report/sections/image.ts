import { addressText } from '../../case/held-picture';
import { bandText } from '../../scoring/band-text';
import type { Block, FindingText, Row, Section } from '../document';
import type { Examined, Material } from '../build-document';
import { masked } from '../private-facts';
import { beijingClock, beijingTime } from '../time';
import { handName, pictureName, problemReason, renditionName } from '../wording';
import { signed } from '../finding-text';
import { pictureOf } from './picture';

const formatSize = (bytes: number | null) => (bytes === null ? '未知' : `${bytes.toLocaleString('en-US')} 字节`);

function identity({ image, examination, path }: Examined): Row[] {
  return [
    { label: 'SHA-256', value: image.sha256! },
    { label: '证据包内文件', value: path },
    { label: '来源地址', value: image.source === null ? '—' : addressText(image.source) },
    { label: '取得的版本', value: image.byHand ? handName[image.byHand] : renditionName[image.rendition] },
    { label: '取得时间', value: [image.fetchedAt ? beijingTime(image.fetchedAt) : '—', image.attempts.length === 1 && image.attempts[0]!.status !== null ? `HTTP ${image.attempts[0]!.status}，首个地址即取得` : ''].filter(Boolean).join('，') },
    { label: '格式与大小', value: `${image.format?.toUpperCase() ?? '未知格式'}，${image.width ?? '?'} × ${image.height ?? '?'} 像素，${formatSize(image.byteLength)}` },
    { label: '检验时间', value: beijingTime(examination.examinedAt) },
    ...(image.problem ? [{ label: '注意', value: problemReason[image.problem] }] : []),
  ];
}

/** The chain of custody of one picture: every address tried, failures as well. */
function attempts({ image }: Examined): Block[] {
  if (image.attempts.length < 2) return [];
  const rows = image.attempts.map((one) => [beijingClock(one.at), one.error ?? (one.status === null ? '无应答' : `HTTP ${one.status}`), one.address]);
  return [{ type: 'heading', text: '取图记录' }, { type: 'table', columns: [{ title: '时间（北京时间）', share: 0.2 }, { title: '结果', share: 0.14 }, { title: '地址', share: 0.66 }], size: 7.8, rows }];
}

/** Fits a quarter of the page in a line or two. */
const isShort = (row: Row) => row.value.length <= 30 && row.label.length <= 40;

function metadata({ image }: Examined, { input }: Material): Block[] {
  const rows = input.metadata?.[image.id] ?? [];
  const none = '文件内没有可读的元数据。平台转存通常会清除元数据，缺失不计分，也不表示任何一方有问题。';
  if (rows.length === 0) return input.metadata ? [{ type: 'heading', text: '元数据' }, { type: 'paragraph', tone: 'soft', text: none }] : [];
  const shown = rows.map((row) => ({ label: row.label, value: row.private && !input.unmask ? masked : row.value }));
  const short = shown.filter(isShort);
  const half = Math.ceil(short.length / 2);
  const pairs = short.slice(0, half).map((row, index) => [row.label, row.value, short[half + index]?.label ?? '', short[half + index]?.value ?? '']);
  const columns = [{ title: '标签', share: 0.24 }, { title: '值', share: 0.26 }, { title: '标签', share: 0.24 }, { title: '值', share: 0.26 }];
  return [
    { type: 'heading', text: '元数据' },
    ...(short.length > 3 ? [{ type: 'table' as const, columns, rows: pairs, size: 7.8 }] : []),
    { type: 'rows', rows: short.length > 3 ? shown.filter((row) => !isShort(row)) : shown },
  ];
}

/** The sentence, then what is not in it: facts and a strength that counted nothing. */
function explained(finding: FindingText): string {
  const facts = finding.facts.filter((fact) => !finding.summary.includes(fact.value)).map((fact) => `${fact.label} ${fact.value}`);
  const strength = finding.strength === 0 ? [] : [`强度 ${signed(finding.strength)}，未计分`];
  const more = [...strength, ...facts].join('；');
  return more === '' ? finding.summary : `${finding.summary}\n${more}`;
}

/** One picture in full: itself, where it came from, what was found, what could not be examined. */
export function imageSection(one: Examined, material: Material, newPage: boolean): Section {
  const { assessment } = one.examination;
  const { spoke, silent, outlines } = one.findings;
  const blocks: Block[] = [
    { type: 'figure', picture: pictureOf(one.image, outlines), size: spoke.some((finding) => finding.band !== null) ? 'large' : 'small' },
    { type: 'callout', text: `${pictureName(one.image)}：${assessment.score} 分，${bandText.zh[assessment.band]}（log10 似然比 ${signed(assessment.log10LR)}）` },
    { type: 'rows', rows: identity(one) },
  ];
  blocks.push({ type: 'heading', text: '检测发现' });
  if (spoke.length === 0) blocks.push({ type: 'paragraph', text: '没有检测项给出计分的结果。这不等于证明图片为实拍。' });
  blocks.push(...spoke.map((finding): Block => ({ type: 'finding', finding })));
  const idle = silent.filter((finding) => finding.outcome === 'not-applicable');
  const heard = silent.filter((finding) => finding.outcome !== 'not-applicable');
  if (silent.length) blocks.push({ type: 'heading', text: '已检查、未计分的项目' });
  if (heard.length) blocks.push({ type: 'table', columns: [{ title: '检测项', share: 0.22 }, { title: '结论', share: 0.12 }, { title: '说明', share: 0.66 }], size: 7.8, rows: heard.map((finding) => [finding.name, finding.outcomeWord, explained(finding)]) });
  if (idle.length) blocks.push({ type: 'paragraph', tone: 'soft', text: `不适用 ${idle.length} 项（此文件没有相应的检测前提，不计分；逐项原因见 findings.json）：${idle.map((finding) => finding.name).join('、')}。` });
  blocks.push(...metadata(one, material), ...attempts(one));
  return { id: one.sectionId, title: pictureName(one.image), level: 2, newPage, blocks };
}
