import { defineAct } from '../act';

/** Return without reason only. */
export const sevenDayReturnMeasures = defineAct({
  title: '网络购买商品七日无理由退货暂行办法',
  shortTitle: '网络购买商品七日无理由退货暂行办法',
  issuer: '原国家工商行政管理总局（国家市场监督管理总局修订）',
  docNo: '工商总局令第90号（2017-01-06）；市场监管总局令第31号（2020-10-23）修订',
  decidedBy: 'D1',
  effectiveFrom: '2017-03-15',
  effectiveTo: null,
  source: 'JeasonLi2024/claimcraft-creative@63ce34d6 backend/api/services/law_data_raw (GitHub, files added 2026-07-07) (source given there: gov.cn/zhengce/2020-11/03/content_5723721.htm)',
  provisions: [
    {
      id: 'qr-4',
      article: '第四条',
      topics: ['buyer_fraud'],
      text: [
        '消费者行使七日无理由退货权利和网络商品销售者履行七日无理由退货义务都应当遵循公平、诚实信用的原则，遵守商业道德。',
      ],
    },
    {
      id: 'qr-8',
      article: '第八条',
      topics: ['evidence_form'],
      text: [
        '消费者退回的商品应当完好。',
        '商品能够保持原有品质、功能，商品本身、配件、商标标识齐全的，视为商品完好。',
        '消费者基于查验需要而打开商品包装，或者为确认商品的品质、功能而进行合理的调试不影响商品的完好。',
      ],
    },
    {
      id: 'qr-9',
      article: '第九条',
      topics: ['evidence_form'],
      text: [
        '对超出查验和确认商品品质、功能需要而使用商品，导致商品价值贬损较大的，视为商品不完好。具体判定标准如下：',
        '（一）食品（含保健食品）、化妆品、医疗器械、计生用品：必要的一次性密封包装被损坏；',
        '（二）电子电器类：进行未经授权的维修、改动，破坏、涂改强制性产品认证标志、指示标贴、机器序列号等，有难以恢复原状的外观类使用痕迹，或者产生激活、授权信息、不合理的个人使用数据留存等数据类使用痕迹；',
        '（三）服装、鞋帽、箱包、玩具、家纺、家居类：商标标识被摘、标识被剪，商品受污、受损。',
      ],
    },
  ],
});
