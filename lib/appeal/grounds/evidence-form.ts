import { defineGround } from '../ground';
import { cite, say } from '../prose';

/** What we kept can be compared with what the platform keeps: bytes as received and their SHA-256. */
export const evidenceForm = defineGround({
  id: 'evidence-form',
  title: '证据可以核对，请予保留',
  concerns: 'platform',
  cites: ['ecl-31', 'nt-31'],
  asks: ['keep-records'],
  appliesWhen: (letter) => letter.images.some((image) => image.sha256 !== null),
  argue: (letter) => ({
    long: [
      say`本店按收到时的原始字节保存了买家的举证图片并计算SHA-256校验值，可与平台所存文件逐一核对。`,
      ...letter.choose(
        say`${cite('ecl-31', 'nt-31')}规定平台对交易信息以及退换货、售后等信息的保存时间自交易完成之日起不少于三年，请一并保留买家上传的原始文件。`,
        say`${cite('ecl-31')}规定平台对交易信息的保存时间自交易完成之日起不少于三年，请一并保留买家上传的原始文件。`,
        say`${cite('nt-31')}规定平台对退换货以及售后等交易信息的保存时间自交易完成之日起不少于三年，请一并保留买家上传的原始文件。`,
      ),
    ],
    medium: letter.choose(say`请依${cite('ecl-31')}保存买家上传的原始文件和处理记录。`),
  }),
  shortest: () => ['ecl-31'],
});
