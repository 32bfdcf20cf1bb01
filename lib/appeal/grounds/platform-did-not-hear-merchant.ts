import { defineGround } from '../ground';
import { cite, quote, say } from '../prose';

const tell = '网络交易平台经营者根据平台规则，对平台内经营者或者消费者采取对其权益有负面影响的措施的，应当告知其违反法律、法规、规章或者平台规则的事实、理由和依据，并设置便捷的申诉渠道。';
const limits = '网络交易平台经营者在平台规则的制定、修改和执行过程中，不得对平台内经营者、消费者的申诉权利作出不合理限制。';
const complaints = '电子商务经营者应当建立便捷、有效的投诉、举报机制，公开投诉、举报方式等信息，及时受理并处理投诉、举报。';

/** Only on the merchant's word: no facts, reasons and basis were given, or there was no fair chance to answer. */
export const platformDidNotHearMerchant = defineGround({
  id: 'platform-did-not-hear-merchant',
  title: '处理前未充分听取商家意见',
  concerns: 'platform',
  cites: ['o116-19', 'o116-20', 'ecl-59', 'ecl-63'],
  asks: ['human-review'],
  appliesWhen: (letter) => letter.conduct.notHeard === true,
  argue: (letter) => ({
    long: [
      say`本次处理作出前，本店未能就买家举证充分陈述意见，也未收到处理所依据的事实、理由和依据。`,
      ...letter.choose(say`${cite('o116-19 第一款')}规定：${quote('o116-19', tell)}`, say`${cite('ecl-59')}规定：${quote('ecl-59', complaints)}`, say`请按照${cite('ecl-63')}公平、公正地解决当事人的争议。`),
      ...letter.choose(say`${cite('o116-20')}规定：${quote('o116-20', limits)}`),
    ],
    medium: letter.choose(
      say`本次处理未听取本店意见，请依${cite('o116-19 第一款')}告知事实、理由和依据并复核。`,
      say`本次处理未听取本店意见，请依${cite('ecl-59')}及时受理并处理本申诉。`,
      say`本次处理未听取本店意见，请予复核。`,
    ),
  }),
  shortest: () => ['o116-19 第一款', 'ecl-59'],
});
