import type { Finding } from '../../case/finding';
import type { AnalyserText, Language } from '../analyser';
import { factText } from '../fact-value';

const filed = (finding: Finding) => factText(finding, 'appliedAt').slice(0, 10);

export const text: Record<Language, AnalyserText> = {
  zh: {
    name: '标识编号重复出现',
    summary: (finding) =>
      finding.outcome === 'suspicious'
        ? `这张图片的 AI 标识内容编号，与另一笔售后申请${filed(finding) && `（${filed(finding)} 提出）`}中图片的编号相同，说明两处用的是同一次生成的内容；涉及 ${factText(finding, 'claims')} 笔案卷。`
        : finding.outcome === 'not-applicable'
          ? '图片没有可比对的标识编号，或未接入此前的案卷。'
          : '标识编号未在此前的案卷中出现。',
    look: '打开所链接的案卷，对照两处标识的原文、订单号和申请时间。',
    ignore: '同一订单撤销后重新申请、平台介入时再次上传属正常，不计分。',
    alternatives: '个别服务可能重复使用编号；一次购买拆成多个订单时，可能为同一件商品提交同一张图。',
  },
  en: {
    name: 'Label number seen before',
    summary: (finding) =>
      finding.outcome === 'suspicious'
        ? `The content number in this picture’s AI label also stands in a picture of another claim${filed(finding) && ` of ${filed(finding)}`}: both come from one generation. Claims concerned: ${factText(finding, 'claims')}.`
        : finding.outcome === 'not-applicable'
          ? 'The picture has no content number to compare, or no earlier claims were at hand.'
          : 'The content number was not seen in earlier claims.',
    look: 'Open the linked case and compare both labels, the order numbers and the dates.',
    ignore: 'A claim withdrawn and filed again on the same order, or uploaded again for the platform, is normal and does not count.',
    alternatives: 'A service may use a number twice; one purchase split into several orders may come with one picture.',
  },
};
