import { defineGround } from '../ground';
import { cite, quote, say } from '../prose';

const review = '平台内经营者、消费者提起申诉的，网络交易平台经营者应当及时对申诉事项进行复核，客观公正作出处理；仅采用人工智能等技术手段处理，申诉人提出人工判定要求的，应当采用人工判定的方式进行处理。';

/**
 * A person must decide where only software did and the merchant asks. Unless the merchant says that only software
 * decided, the argument is conditional. Before 2026-02-01 there was no such duty in terms: the algorithm provisions
 * are then a secondary argument, and only on the merchant's word.
 */
export const platformDecidedByMachine = defineGround({
  id: 'platform-decided-by-machine',
  title: '请求人工判定',
  concerns: 'platform',
  cites: ['o116-19', 'algo-17', 'algo-22', 'ecl-63'],
  asks: ['human-review'],
  appliesWhen: (letter) => letter.conduct.machineOnly === true || letter.mayCite('o116-19'),
  argue(letter) {
    const opening = letter.conduct.machineOnly ? '据本店了解，本次处理仅由技术手段作出。本店现提出人工判定要求。' : '如本次处理仅采用人工智能等技术手段作出，本店现提出人工判定要求。';
    return {
      long: [
        say`${opening}`,
        ...letter.choose(
          say`${cite('o116-19 第二款')}规定：${quote('o116-19', review)}`,
          say`请按照${cite('ecl-63')}公平、公正地解决争议；就技术手段对商家权益的影响，可参照${cite('algo-17 第三款', 'algo-22')}予以说明，并及时受理、处理和反馈申诉。`,
          say`请按照${cite('ecl-63')}公平、公正地解决当事人的争议。`,
        ),
      ],
      medium: letter.choose(say`依${cite('o116-19 第二款')}，本店要求对本次申诉采用人工判定的方式处理。`, say`依${cite('ecl-63')}公平、公正解决争议的要求，请由人工判定。`, say`请由人工判定。`),
    };
  },
  shortest: () => ['o116-19 第二款', 'ecl-63'],
});
