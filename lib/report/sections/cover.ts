import { fuse } from '../../scoring/fuse';
import { bandText } from '../../scoring/band-text';
import type { Cover, Reason, Row } from '../document';
import type { Material } from '../build-document';
import { beijingTime } from '../time';
import { bandSentence, disclaimer, orderName, pictureName, platformNameOf, refundTypeOf, scoreIsNoProbability, unsaid } from '../wording';
import { pictureOf } from './picture';

const shown = 5;

/** The heaviest findings: of the picture that gave the score first, then of the others; each analyser once. */
function strongest({ examined, input }: Material): Reason[] {
  const scored = input.file.case.assessment?.imageId;
  const all = examined.flatMap(({ image, findings, sectionId }) => findings.spoke.filter((one) => one.counted >= 0.1).map((one) => ({ one, image, sectionId })));
  all.sort((a, b) => Number(b.image.id === scored) - Number(a.image.id === scored) || b.one.counted - a.one.counted);
  const names = new Set<string>();
  return all
    .filter(({ one }) => !names.has(one.name) && names.add(one.name))
    .slice(0, 3)
    .map(({ one, image, sectionId }) => ({ place: pictureName(image), sectionId, name: one.name, summary: one.summary, strengthWord: one.strengthWord }));
}

export function coverOf(material: Material): Cover {
  const { input, examined, images } = material;
  const { claim, assessment: stored } = input.file.case;
  const assessment = stored ?? fuse([]);
  const money = claim.amount ? `${claim.amount.currency === 'CNY' ? '¥ ' : `${claim.amount.currency} `}${claim.amount.value}` : unsaid(claim);
  const rows: Row[] = [
    { label: '平台', value: platformNameOf(claim) },
    { label: '订单编号', value: orderName(claim) },
    { label: '售后单号', value: claim.afterSaleId ?? unsaid(claim) },
    { label: '申请类型', value: refundTypeOf(claim) },
    { label: '申请金额', value: money },
    { label: '申请时间', value: claim.appliedAt ? beijingTime(claim.appliedAt) : unsaid(claim) },
  ];
  const refused = images.filter((image) => image.role === 'evidence' && image.sha256 === null).length;
  const byScore = [...examined].sort((a, b) => b.examination.assessment.log10LR - a.examination.assessment.log10LR || a.image.ordinal - b.image.ordinal);
  return {
    title: '证据包',
    subtitle: '退款申请图片检验报告',
    platform: platformNameOf(claim),
    shop: input.shop?.name || null,
    rows,
    score: assessment.score,
    band: assessment.band,
    bandSentence: bandSentence(assessment),
    scoreSentence: scoreIsNoProbability,
    reasons: strongest(material),
    noReasons: examined.length ? '各项检测均未给出支持。未见痕迹不等于证明图片为实拍；已检查与未能检查的项目见各图说明。' : '没有可检验的图片。原因见“未能取得或检验的图片”。',
    thumbnails: byScore.slice(0, shown).map((one) => ({
      picture: { ...pictureOf(one.image, []), caption: pictureName(one.image) },
      note: `${one.examination.assessment.score} 分 · ${bandText.zh[one.examination.assessment.band]}`,
      sectionId: one.sectionId,
    })),
    more: byScore.length > shown || refused ? [byScore.length > shown ? `按支持程度列出前 ${shown} 张，共检验 ${byScore.length} 张` : `共检验 ${byScore.length} 张`, refused ? `${refused} 张未能取得` : ''].filter(Boolean).join('；') : null,
    closing: [
      { label: '生成时间', value: beijingTime(input.generatedAt) },
      { label: '检测工具', value: `验图 Yantu ${input.tool.version}` },
      { label: '分类模型', value: input.tool.model ?? '未使用' },
    ],
    disclaimer,
  };
}
