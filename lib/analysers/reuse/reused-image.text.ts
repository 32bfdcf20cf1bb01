import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { fact, factText } from '../fact-value';

const how: Record<Language, Record<string, string>> = {
  zh: { exact: '文件逐字节相同', registered: '画面逐点重合', 'near-identical': '感知哈希近乎相同' },
  en: { exact: 'the files are identical byte for byte', registered: 'the pictures coincide point by point', 'near-identical': 'their perceptual hashes are nearly identical' },
};

const filed = (finding: Finding) => factText(finding, 'appliedAt').slice(0, 10);

function zh(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return '本次检验没有接入此前的案卷，未比对重复使用。';
  const kind = factText(finding, 'kind');
  if (!kind) return '与此前案卷中的图片比对，未见重复使用。';
  const when = filed(finding) ? `（${filed(finding)} 提出）` : '';
  if (fact(finding, 'otherOrder') === false) return `同一订单此前的申请${when}用过这张图片，属再次提交，不计分。`;
  const buyer = fact(finding, 'sameBuyer') === true ? '同一买家的' : fact(finding, 'sameBuyer') === false ? '另一买家的' : '';
  if (factText(finding, 'exposure') === 'untold') return `这张图片与${buyer}另一笔售后申请${when}中的图片逐点重合；但留存的噪点不足以区分复制件与同一机位先后拍摄的另一张照片；涉及 ${factText(finding, 'claims')} 笔案卷。`;
  if (fact(finding, 'part') === true) return `这张图片与${buyer}另一笔售后申请${when}中的图片，取自同一张照片（裁剪、截屏或拼图等）：共有的部分逐点重合；涉及 ${factText(finding, 'claims')} 笔案卷。`;
  return `这张图片与${buyer}另一笔售后申请${when}中的图片是同一张：${how.zh[kind] ?? kind}；涉及 ${factText(finding, 'claims')} 笔案卷。`;
}

function en(finding: Finding): string {
  if (finding.outcome === 'not-applicable') return 'No earlier claims were at hand in this examination; reuse was not looked for.';
  const kind = factText(finding, 'kind');
  if (!kind) return 'Compared with the pictures of earlier claims; none was used before.';
  const when = filed(finding) ? ` of ${filed(finding)}` : '';
  if (fact(finding, 'otherOrder') === false) return `An earlier claim${when} on the same order used this picture: submitted again, it does not count.`;
  const buyer = fact(finding, 'sameBuyer') === true ? ' by the same buyer' : fact(finding, 'sameBuyer') === false ? ' by another buyer' : '';
  if (factText(finding, 'exposure') === 'untold') return `This picture and one in another claim${when}${buyer} coincide point by point; but too little of the fine noise is left to tell a copy from a second exposure from the same position. Claims concerned: ${factText(finding, 'claims')}.`;
  if (fact(finding, 'part') === true) return `This picture and one in another claim${when}${buyer} come from one photograph (cropped, in a screenshot or a collage): what they share coincides point by point. Claims concerned: ${factText(finding, 'claims')}.`;
  return `This picture also stands in another claim${when}${buyer}: ${how.en[kind] ?? kind}. Claims concerned: ${factText(finding, 'claims')}.`;
}

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '重复使用的图片',
    summary: zh,
    look: '打开所链接的案卷，对照两张图片、订单号和申请时间；留意是否不同订单、不同买家用了同一张图。',
    ignore: '同一订单撤销后重新申请、平台介入时再次上传属正常。',
    alternatives: '一次购买拆成多个订单、家人共用账号时，可能用同一张照片申请；固定机位先后拍摄的两张照片几乎重合；纯色或极简画面的哈希可能碰巧相近；公开的示例图、聊天截图模板可能被多人使用。',
  },
  en: {
    name: 'Picture used before',
    summary: en,
    look: 'Open the linked case and compare both pictures, the order numbers and the dates of the claims; see whether different orders or buyers used one picture.',
    ignore: 'A claim withdrawn and filed again on the same order, or uploaded again for the platform, is normal.',
    alternatives: 'One purchase split into several orders, or a family sharing an account, may use one photograph; two exposures from one fixed position nearly coincide; plain pictures may have similar hashes by chance; public examples and templates are used by many.',
  },
};
