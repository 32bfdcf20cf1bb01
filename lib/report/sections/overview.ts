import type { Contribution } from '../../case/assessment';
import { bandText } from '../../scoring/band-text';
import { familyCaps, pixelCap } from '../../scoring/weights';
import type { Block, Section } from '../document';
import type { Examined, Material } from '../build-document';
import { signed } from '../finding-text';
import { familyName, pictureName } from '../wording';

const mainFinding = ({ findings }: Examined) => findings.spoke.find((one) => one.counted >= 0.1)?.name ?? '—';

/** How each finding of the strongest picture came into the sum, and what the caps took. */
function contributions(one: Examined): Block[] {
  const names = new Map([...one.findings.spoke, ...one.findings.silent].map((text) => [text.analyser, text.name]));
  const ordered = one.examination.assessment.contributions.map((entry, index) => ({ entry, index })).sort((a, b) => Math.abs(b.entry.counted) - Math.abs(a.entry.counted) || a.index - b.index);
  if (ordered.length === 0) return [];
  const label = (entry: Contribution) => names.get(entry.analyser) ?? entry.analyser;
  const taken = (entry: Contribution) => (Math.abs(entry.weight * entry.strength - entry.counted) < 0.005 ? '' : `（封顶前 ${signed(entry.weight * entry.strength)}）`);
  return [
    { type: 'bars', caption: `${pictureName(one.image)} 各项检测计入的 log10 似然比`, from: -1, to: Math.max(2, ...ordered.map(({ entry }) => Math.ceil(entry.counted))), bars: ordered.filter(({ entry }) => Math.abs(entry.counted) >= 0.005).map(({ entry }) => ({ label: label(entry), value: entry.counted, note: `${signed(entry.counted)}${taken(entry)}` })) },
    {
      type: 'table',
      columns: [{ title: '检测项', share: 0.32 }, { title: '类别', share: 0.2 }, { title: '强度', share: 0.12, align: 'right' }, { title: '权重', share: 0.12, align: 'right' }, { title: '封顶后', share: 0.12, align: 'right' }, { title: '计入', share: 0.12, align: 'right' }],
      rows: ordered.map(({ entry }) => [label(entry), familyName[entry.family], signed(entry.strength), entry.weight.toFixed(2), signed(entry.weighted), signed(entry.counted)]),
    },
    { type: 'paragraph', tone: 'soft', text: `强度为该项检测的 log10 似然比：+1 表示此发现在“图片经AI生成或编辑”时出现的可能性是实拍照片经平台转存时的 10 倍。同一类别共用上限（如元数据 ${familyCaps.metadata.cap}，压缩痕迹 ${familyCaps.compression.cap}）；压缩、像素与分类模型依据同一批像素，合计不超过 ${pixelCap}。权重为 0 的项目只作记录，不计分。` },
  ];
}

/** All pictures side by side, then the arithmetic of the strongest. */
export function overviewSection({ examined, input }: Material): Section | null {
  if (examined.length === 0) return null;
  const strongest = examined.find((one) => one.image.id === input.file.case.assessment?.imageId) ?? examined[0]!;
  return {
    id: 'overview',
    title: '结果概览',
    level: 1,
    newPage: false,
    blocks: [
      { type: 'paragraph', text: '全案结果取支持程度最高的一张图；同一申请中的图片彼此不独立，因此不相加。' },
      {
        type: 'table',
        columns: [{ title: '图片', share: 0.12 }, { title: '分数', share: 0.1, align: 'right' }, { title: 'log10 似然比', share: 0.18, align: 'right' }, { title: '支持程度', share: 0.2 }, { title: '主要发现', share: 0.4 }],
        rows: examined.map((one) => [pictureName(one.image), String(one.examination.assessment.score), signed(one.examination.assessment.log10LR), bandText.zh[one.examination.assessment.band], mainFinding(one)]),
      },
      { type: 'heading', text: `各项检测的贡献：${pictureName(strongest.image)}` },
      ...contributions(strongest),
    ],
  };
}
