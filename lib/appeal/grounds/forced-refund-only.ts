import { defineGround } from '../ground';
import { cite, say } from '../prose';

/**
 * A platform may not make the merchant bear 退款不退货 by its rules: expressly since 2026-02-01, before that by the ban on
 * unreasonable conditions. Said as a fact only where the merchant says that it happened.
 */
export const forcedRefundOnly = defineGround({
  id: 'forced-refund-only',
  title: '不应强制商家承担退款不退货',
  concerns: 'platform',
  cites: ['o116-27', 'ecl-35', 'nt-32'],
  asks: ['hold'],
  appliesWhen: (letter) => letter.input.claim.refundType === 'refund-only',
  argue(letter) {
    const opening = letter.conduct.forcedRefundOnly ? '平台未经本店同意即支持了退款不退货。' : '本店不同意退款不退货；在事实未查明时，不应直接支持该请求。';
    return {
      long: [
        say`${opening}`,
        ...letter.choose(
          say`${cite('o116-27 第一款第一项')}禁止网络交易平台经营者利用平台规则强制或者变相强制平台内经营者承担退款不退货等售后责任，损害其合法权益。`,
          say`${cite('ecl-35')}禁止平台利用服务协议、交易规则以及技术等手段对平台内经营者的交易进行不合理限制或者附加不合理条件，${cite('nt-32')}对此另有具体规定。`,
          say`${cite('ecl-35')}禁止平台利用服务协议、交易规则以及技术等手段对平台内经营者的交易进行不合理限制或者附加不合理条件。`,
        ),
      ],
      medium: letter.choose(say`依${cite('o116-27 第一款第一项')}，平台不得强制或者变相强制商家承担退款不退货。`, say`依${cite('ecl-35')}，平台不得对商家的交易附加不合理条件。`),
    };
  },
  shortest: () => ['o116-27 第一款第一项', 'ecl-35'],
});
