import type { LetterCase } from '../letter-case';
import { filled, numbers, text } from '../passages';
import { say } from '../prose';
import type { Recipient } from '../recipient';

/** A gesture that differs between orders, so that an old or borrowed video does not fit. */
const fingers = (order: string): string => ['两', '三', '四', '五'][[...order].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 4]!;

const what = ({ asked, reason }: LetterCase) => `${asked}申请${reason ? `（原因为“${reason}”）` : ''}`;

/** Polite, without findings, without law, without a word about doubt: new material settles most cases. */
export const buyer: Recipient = {
  id: 'buyer',
  title: '致买家',
  annex: false,
  concerns: () => false,
  check: () => {},
  blocks(letter, length) {
    const gesture = `伸出${fingers(letter.order)}根手指`;
    const when = letter.appliedOn ? `您于${letter.appliedOn}提交的` : '您提交的';
    if (length === 200)
      return filled([
        text('greeting', say`您好，关于订单${letter.order}的${letter.asked}申请，为尽快核对处理，请您补充：1. 商品与快递面单同框的新照片；2. 十秒左右的连续视频，拍摄时请在画面中${gesture}；3. 已上传图片的手机原图。面单上的个人信息请遮住。属于商品或者运输问题的，本店会负责处理。谢谢！`),
      ]);
    const items = [
      say`1. 新拍照片：商品整体和问题部位各一张，并与快递面单同框（只需露出运单号，姓名、电话、地址请遮住）。`,
      say`2. 短视频：十秒左右，从快递面单连续拍到问题部位，中间不要停顿，并请在画面中${gesture}，便于我们确认是为这一单拍摄的。`,
      say`3. 已上传图片的手机原图：请以“原图”方式发送，不要截图或者转存。`,
    ];
    return filled([
      text('greeting', say`您好！感谢您购买本店的商品。`),
      text('facts', say`${when}${what(letter)}我们已经看到，对应${numbers(letter)}。为了尽快为您核对和处理，想请您协助补充以下材料：`),
      ...items.map((item, index) => text(`item-${index + 1}`, item)),
      text('promise', say`收到后我们会马上核对。属于商品或者运输问题的，本店会按规定为您办理退款、换货或者补寄；如有不便，也请告诉我们，我们一起商量其他办法。`),
      text('thanks', say`谢谢您的理解与配合！`),
      text('shop', ...(letter.shop ? [say`${letter.shop}`] : [])),
    ]);
  },
  advice: () => [
    '语气保持客气，不要说图片有问题，也不要指责买家；对方补充材料后往往即可分辨。',
    '请在平台聊天窗口内发送并保留完整聊天记录；不要索取身份证件、人脸等与核对无关的个人信息。',
    '等待买家补充不会延长平台给您的处理时限，请同时留意剩余时间。',
  ],
};
