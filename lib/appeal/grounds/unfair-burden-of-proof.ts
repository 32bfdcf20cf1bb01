import { defineGround } from '../ground';
import type { LetterCase } from '../letter-case';
import { cite, quote, say, type Sentence } from '../prose';

const burden = '网络交易平台经营者应当在平台规则中明确平台内交易纠纷解决机制，依照有关法律的规定公平设定平台内交易纠纷各方的举证责任。合理减轻一方举证责任的，网络交易平台经营者应当采取措施识别、防范和处置违反诚实信用原则滥用该规则侵害有关各方主体合法权益的行为。';

/** The platform's own rule on who proves what, by the reason the buyer gave. */
function ownRule(letter: LetterCase): Sentence[] {
  const reason = letter.reason ?? '';
  const { surfaceDamage, visibleQuality, id } = letter.voice;
  if (id === 'jd') return letter.choose(...visibleQuality.map((rule) => say`${cite(rule)}载明，在纠纷处理过程中京东有权要求消费者或商家提供证据证明，请据此要求买家补充证据。`));
  if (/破|损|碎|裂|划|污|压|变形|表面/.test(reason)) return letter.choose(...surfaceDamage.map((rule) => say`按照${cite(rule)}，卖家就收件人已按规范签收举证有效的，由买家举证证明商品签收时即存在表面不一致的情形。`));
  if (/质量|瑕疵|不良|坏|故障/.test(reason)) return letter.choose(...visibleQuality.map((rule) => say`按照${cite(rule)}，卖家已提供有效凭证的，买家应按要求及时提供有效的质检凭证或其他有效凭证。`));
  return [];
}

/** Where a photo alone suffices for the buyer, the platform must guard against abuse of that relief. */
export const unfairBurdenOfProof = defineGround({
  id: 'unfair-burden-of-proof',
  title: '举证责任应当公平',
  concerns: 'platform',
  cites: ['o116-21', 'ecl-32', 'ecl-63', 'tb-75', 'tb-65', 'jd1-10'],
  asks: ['more-evidence'],
  appliesWhen: (letter) => letter.images.length > 0 || letter.input.claim.evidence.length > 0,
  argue: (letter) => ({
    long: [
      ...letter.choose(
        say`${cite('o116-21')}规定：${quote('o116-21', burden)}对仅凭图片提出的请求，平台应当先行核实图片。`,
        say`${cite('ecl-32', 'ecl-63')}要求平台遵循公开、公平、公正的原则处理争议；仅凭买家图片即由商家承担全部后果，与此不符。`,
        say`${cite('ecl-63')}以公平、公正解决争议为原则；仅凭买家图片即由商家承担全部后果，与此不符。`,
        say`${cite('ecl-32')}要求平台遵循公开、公平、公正的原则；仅凭买家图片即由商家承担全部后果，与此不符。`,
      ),
      ...ownRule(letter),
    ],
    medium: letter.choose(
      say`依${cite('o116-21')}，举证责任应当公平设定，对仅凭图片提出的请求应先行核实。`,
      say`依${cite('ecl-32', 'ecl-63')}，争议应公平、公正处理，对仅凭图片提出的请求应先行核实。`,
      say`依${cite('ecl-63')}，争议应公平、公正处理，对仅凭图片提出的请求应先行核实。`,
    ),
  }),
  shortest: () => ['o116-21', 'ecl-63'],
});
