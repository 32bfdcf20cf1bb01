import type { FieldId, FieldLabels } from './recipe';

/**
 * The words sellers' back-ends share. Labels are compared without spaces, letter case, invisible characters and a trailing colon,
 * and always whole: 建议退款金额 is not 退款金额.
 */
export const commonFields: Record<FieldId, FieldLabels> = {
  orderId: { labels: ['订单编码', '订单编号', '订单号', '订单ID', '主订单编号', '主订单号', 'order no', 'order no.', 'order number', 'order id', 'order #'], spare: ['关联订单', '关联订单号', '关联订单编号', '所属订单', '所属订单号', '对应订单', '对应订单号', '平台订单号'] },
  afterSaleId: { labels: ['售后申请单号', '售后编码', '售后单编码', '售后服务单号', '售后编号', '售后单号', '售后单编号', '售后ID', '售后申请编号', 'after-sales no', 'after-sales no.', 'after-sales number', 'after-sales id', 'after-sale id', 'after-sale no', 'after-sale no.', 'after-sale number', 'aftersale id', 'aftersales id', 'aftersale no.', 'aftersales no.', 'after sale id', 'after sales id', 'after sales no.'], spare: ['退款编号', '退款单号', '退款单编号', '退款申请编号', '退款申请单号', '服务单号', '服务单编号', '申请编号', '申请单号'] },
  refundType: {
    labels: ['退款申请类型', '售后单类型', '售后类型', '退款类型', '申请类型', '申请售后类型', '售后申请类型', '售后服务类型', 'after-sales type', 'after-sale type', 'after sales type', 'aftersale type', 'refund type', 'request type', 'return type'],
    spare: ['消费者诉求', '客户诉求', '服务诉求', '诉求类型', '诉求', '买家期望', '用户期望', '消费者期望', '服务类型', '申请服务', '退款要求', '售后要求', '买家要求', '买家诉求', '申请诉求', '用户诉求', '售后诉求', '期望处理方式', '客户期望处理方式', '客户期望', '售后方式', '类型', 'service type', 'requested solution'],
  },
  amount: {
    labels: ['买家申请退款金额', '买家申请金额', '消费者申请金额', '消费者申请退款金额', '用户申请金额', '用户申请退款金额', '客户申请金额', '客户申请退款金额', '申请退款总额', '申请退款总金额', '退款申请金额', '售后申请金额', '申请售后金额', '本次退款金额', '本次申请退款金额', '退款金额', '申请退款金额', '申请金额', '售后退款', '售后退款金额', '申请退款', '退款总额', '退款总金额', 'refund amount', 'requested refund amount', 'requested amount', 'requested refund', 'refund requested', 'amount requested'],
    spare: ['退款合计', '合计退款', '退款总计', '期望退款金额', '售后金额', '应退金额', 'refund total', 'total refund'],
  },
  reason: {
    labels: ['买家退款原因', '买家申请原因', '消费者申请原因', '用户申请原因', '客户申请原因', '退款申请原因', '退换货原因', '售后理由', '退货理由', '换货理由', '补发原因', '退款原因', '申请原因', '售后原因', '退货原因', '退货退款原因', '申请售后原因', '售后申请原因', '换货原因', '维修原因', '补寄原因', '申请理由', '退款理由', 'refund reason', 'reason for refund', 'reason for return', 'return reason', 'after-sales reason', 'after-sale reason', 'after sales reason', 'request reason', 'reason for request', 'application reason', 'requested reason'],
    spare: ['问题原因', '问题类型', 'reason'],
  },
  description: {
    labels: ['售后问题描述', '买家问题描述', '消费者问题描述', '用户问题描述', '买家补充说明', '消费者补充说明', '用户补充说明', '用户说明', '客户说明', '问题描述', '退款说明', '申请说明', '退款描述', '申请描述', '售后描述', '买家描述', '消费者描述', '用户描述', '客户描述', '买家说明', '消费者说明', '客户问题描述', '申请备注', '补充描述', '详细描述', '问题说明', '描述说明', 'problem description', 'issue description', 'refund description', "buyer's description", 'buyer description', "customer's description", 'customer description', 'refund explanation', 'request description'],
    spare: ['详细说明', '具体描述', '具体说明', '情况说明', '问题详情', '售后说明', '退货说明', '补充说明', '描述', '说明', 'description', 'details'],
  },
  status: {
    labels: ['售后处理状态', '退款单状态', '服务单状态', '退款处理状态', '申请单状态', '售后状态', '退款状态', '售后单状态', '申请状态', '处理状态', 'after-sales status', 'after-sale status', 'after sales status', 'aftersale status', 'refund status', 'request status', 'return status'],
    spare: ['审核状态', '单据状态', '工单状态', '当前状态', '状态', 'status', 'current status'],
  },
  appliedAt: { labels: ['买家申请时间', '消费者申请时间', '用户申请时间', '客户申请时间', '售后创建时间', '售后提交时间', '售后单创建时间', '退款创建时间', '退款发起时间', '服务单申请时间', '服务单创建时间', '申请提交时间', '申请发起时间', '售后申请日期', '退款申请日期', '申请时间', '售后申请时间', '退款申请时间', '申请售后时间', '申请退款时间', '售后发起时间', '发起时间', '申请日期', 'application time', 'applied at', 'applied on', 'apply time', 'request time', 'requested at', 'requested on', 'time of request', 'time requested', 'date requested', 'application date', 'request date', 'requested time', 'submitted at', 'submitted on'] },
  respondBy: { labels: ['剩余处理时长', '剩余审核时长', '商家剩余时间', '商家处理剩余时间', '商家处理倒计时', '审核倒计时', '自动退款倒计时', '自动同意倒计时', '距自动退款', '距离自动退款', '距自动同意', '距离自动同意', '剩余响应时间', '响应截止时间', '最晚响应时间', '最迟处理时间', '自动退款时间', '自动同意时间', '剩余处理时间', '处理剩余时间', '剩余时间', '商家剩余处理时间', '处理倒计时', '倒计时', '处理截止时间', '商家处理截止时间', '处理时限', '商家处理时限', '审核截止时间', '截止时间', '最晚处理时间', '剩余审核时间', '审核剩余时间', '剩余时长', '处理剩余时长', '超时时间', 'time left', 'time remaining', 'remaining time', 'time left to respond', 'time to respond', 'respond by', 'respond before', 'response deadline', 'deadline', 'process by', 'remaining processing time', 'processing time left', 'time left to process', 'remaining'], spare: ['剩余:', '还剩:', '处理期限', '处理时效'] },
};

/** Labels of the buyer's own pictures. */
export const evidenceLabels: readonly string[] = [
  '凭证', '图片凭证', '凭证图片', '退款凭证', '申请凭证', '售后凭证', '买家凭证', '消费者凭证', '用户凭证', '客户凭证', '举证图片', '买家举证', '消费者举证', '用户举证', '客户举证', '买家举证图片', '消费者举证图片', '买家图片', '消费者图片',
  '买家上传', '消费者上传', '用户上传', '客户上传', '买家上传图片', '买家上传凭证', '买家上传的凭证', '消费者上传图片', '消费者上传凭证', '用户上传图片', '用户上传凭证', '客户上传图片', '客户上传凭证', '客户图片', '问题图片', '申请图片', '售后图片', '退款图片', '图片信息', '图片', '照片', '申请凭证图片', '问题描述图片', '图片/视频', '图片视频', '图片及视频', '凭证图片/视频', '图片/视频凭证', '凭证信息', '买家凭证图片', '消费者凭证图片', '退款凭证图片', '售后凭证图片', '申请图片凭证', '买家图片凭证', '消费者图片凭证', '问题凭证',
  'evidence', "buyer's evidence", 'buyer evidence', "customer's evidence", 'customer evidence', 'evidence photos', 'evidence images', 'evidence pictures', 'photo evidence', 'photos', 'images', 'pictures', "buyer's photos", 'buyer photos', "buyer's images", 'buyer images', "buyer's pictures", 'customer photos', 'customer images', 'uploaded images', 'uploaded photos', 'attachments', 'proof', "buyer's proof", 'proof images', 'supporting images',
];

/** Pictures of somebody else, or of something else than the goods' fault. */
export const otherPictureLabels: readonly string[] = [
  '商家凭证', '商家举证', '商家图片', '商家上传', '商家上传图片', '商家上传凭证', '商家举证图片', '商家图片凭证', '商家凭证图片', '卖家凭证', '卖家举证', '卖家上传图片', '卖家上传凭证', '拒绝凭证', '拒绝退款凭证', '拒绝图片', '驳回凭证', '我的凭证', '我的举证', '我方举证', '我方凭证', '举证材料', '申诉凭证', '申诉材料', '补充举证', '平台凭证', '平台取证', '客服凭证', '商家留言图片', '上传凭证', '上传图片', '上传举证',
  '物流凭证', '退货凭证', '退货物流凭证', '发货凭证', '签收凭证', '物流图片', '签收照片', '面单照片', '底单', '底单照片', '打款凭证', '付款凭证', '转账凭证', '发票', '质检图片', '质检凭证', '入库图片', '发货图片', '出库照片', '收货图片', '验货图片', '二维码',
  "seller's evidence", 'seller evidence', "merchant's evidence", 'merchant evidence', "merchant's photos", 'seller photos', "seller's photos", 'rejection evidence', 'rejection proof', 'my evidence', 'my uploads', 'logistics proof', 'shipping proof', 'proof of delivery', 'return proof', 'upload evidence', 'upload proof', 'qr code', 'platform evidence', 'appeal evidence',
];

/** Labels of blocks with the goods as sold. */
export const goodsLabels: readonly string[] = ['商品', '商品信息', '商品图', '商品图片', '商品主图', '售后商品', '退款商品', '申请商品', '退货商品', '商品详情', '宝贝', '宝贝信息', '商品快照', '交易快照', '货品', '货品信息', 'product', 'product info', 'product information', 'item', 'items', 'item info', 'goods', 'goods info', 'item details', 'product details'];

/** Labels that are no field of ours but end a value, or open one that belongs to nobody else. */
export const otherLabels: readonly string[] = [
  '运费', '退运费', '应付金额', '实付金额', '实付款', '实收金额', '订单金额', '支付金额', '商品金额', '商品总价', '单价', '补偿金额', '赔付金额', '优惠金额', '优惠', '平台优惠', '商家优惠', '实退金额', '实际退款金额', '可退金额', '最多可退', '最大可退金额', '协商退款金额', '建议退款金额', '原退款金额', '原申请金额', '交易金额', '打款金额', '已退金额', '退款成功金额', '退款明细', '退款去向', '退款方式',
  '下单时间', '付款时间', '支付时间', '发货时间', '签收时间', '收货时间', '成交时间', '创建时间', '拍下时间', '退款时间', '完结时间', '完成时间', '更新时间', '处理时间', '同意时间', '拒绝时间', '退货时间', '订单时间', '预计送达时间', '承诺发货时间',
  '物流单号', '运单号', '快递单号', '退货物流单号', '退货单号', '子订单编号', '子订单号', '交易单号', '支付单号', '支付宝交易号', '商户订单号', '外部订单号', '原订单号', '原订单编号', '新订单号', '换货订单号', '补寄订单号', '包裹号', '退款流水号', '工单号', '工单编号', '商品编号', '商品ID', '商品编码', '商家编码', 'SKU', 'SKU ID', '货号',
  '拒绝原因', '拒绝说明', '驳回原因', '关闭原因', '取消原因', '商家说明', '商家留言', '商家备注', '商家回复', '订单备注', '买家留言', '买家备注', '客服备注', '卖家备注', '留言', '备注', '平台意见', '平台说明', '处理意见', '审核意见', '申诉说明', '举证说明',
  '买家姓名', '客户姓名', '收货人', '收货信息', '收货地址', '收件人', '联系电话', '联系方式', '手机号', '电话', '店铺', '店铺名称', '商家', '地址', '退货地址',
  '订单状态', '发货状态', '物流状态', '货物状态', '收货状态', '退货状态', '支付状态', '介入状态', '仲裁状态', '平台介入', '商品状态', '退货物流', '物流公司', '快递公司', '承运商', '物流信息', '退货方式', '取件方式', '数量', '件数', '申请件数', '申请数量', '退货数量', '商品数量', '购买数量', '规格', '商品规格', '颜色', '尺码', '商品名称', '名称', '标题', '操作', '序号', '类型', '原因', '原售后类型', '原退款类型', '原申请类型', '变更前', '变更后', '服务保障', '售后政策', '信用等级', '支付方式', '配送方式', '订单类型', '订单来源', '渠道', '业务类型', '优先级', '标签', '等级', '金额', '时间', '编号',
  'shipping fee', 'freight', 'amount paid', 'paid amount', 'order amount', 'order total', 'item price', 'unit price', 'compensation', 'compensation amount', 'payable amount', 'actual refund', 'refunded amount', 'max refundable', 'maximum refundable amount', 'suggested refund amount', 'discount',
  'order time', 'order date', 'order placed', 'ordered at', 'paid at', 'payment time', 'shipped at', 'shipping time', 'delivered at', 'created at', 'updated at', 'completed at', 'refunded at',
  'tracking no', 'tracking no.', 'tracking number', 'waybill no.', 'logistics no.', 'sub-order no.', 'sub order id', 'transaction no.', 'transaction id', 'payment no.', 'sku id', 'item id', 'product id',
  'rejection reason', 'reject reason', 'close reason', 'seller note', "seller's note", 'merchant note', 'remark', 'remarks', 'buyer message', 'buyer note', 'note', 'customer', 'shop', 'store', 'receiver', 'address', 'phone', 'quantity', 'qty', 'order status', 'shipping status', 'goods status', 'logistics status', 'type', 'action', 'actions', 'operation', 'carrier', 'previous type', 'original type', 'refund method', 'payment method',
];

/** Values that say that there is none. */
export const emptyValue = /^(?:[-—–_/\\*.·]*|无|無|暫無\S{0,8}|沒有|暂无|没有|未填写|未上传|空|暂无\S{0,8}|未填|请选择|请输入\S{0,8}|点击选择|n\/?a|none|null|nil|not provided|no\s?\w{0,12})$/i;

/** Sentences of the platform or the shop behind a label under which buyers write too. */
export const boilerplate = /^(?:refunds? (?:is|are|will)|if you|please|the (?:system|platform|money)).*(?:original|automatic|within|respond|reject|paid back|return)|^(?:退款(?:成功)?(?:将|会|后)|(?:系统|平台)(?:将|会)|请(?:勿|您|在|将|寄)|(?:若|如)(?:您|商家|逾期|未)|本店|您(?:可|需)|温馨提示).*(?:原路|自动|逾期|超时|退回|支持|寄回|到付|上传|处理|拒绝|同意|无理由|联系)/i;

/** Sentences that say the buyer gave no pictures. */
export const noPictures = /^(?:无|無|暫無(?:圖片|憑證|數據)?|未上傳|暂无|没有|未上传|未提供|-+|—+|0\s*张|(?:暂无|无|没有|未上传|未提供|(?:买家|消费者|用户|客户)(?:暂未|未|没有)(?:上传|提供))(?:任何)?(?:图片|凭证|照片|举证|数据|内容|举证图片|图片凭证|凭证图片)?|no (?:images?|photos?|pictures?|evidence|attachments?|proof)(?: (?:uploaded|provided))?|none|not provided|n\/a)[。.]?$/i;

/** Words of links and buttons that stand beside a value and are no part of it. */
export const actionWords: ReadonlySet<string> = new Set(['复制', '查看', '查看详情', '详情', '修改', '编辑', '展开', '收起', '查看更多', '更多', '查看全部', '查看订单', '去处理', '备注', '联系买家', '联系消费者', '联系客户', '打印', '说明', '查看大图', '复制单号', '复制成功', '查看标准', '查看明细', '明细', '查看物流', '导出', '下载', '?', '？', 'copy', 'copied', 'view', 'edit', 'details', 'more', 'view details', 'expand', 'collapse', 'view order', 'contact buyer']);
