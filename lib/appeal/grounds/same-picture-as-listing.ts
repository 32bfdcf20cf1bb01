import { defineGround } from '../ground';
import { say } from '../prose';
import { shows, truthDuty, truthDutyIds, truthRefs } from '../truth-duty';

/** The buyer's picture is the shop's own, altered or not: it cannot show the goods that were delivered. */
export const samePictureAsListing = defineGround({
  id: 'same-picture-as-listing',
  title: '举证图片与商品页面图片吻合',
  concerns: 'picture',
  cites: truthDutyIds,
  asks: ['more-evidence'],
  appliesWhen: (letter) => shows(letter, 'same-as-listing'),
  argue: (letter) => ({
    long: [say`商品页面图片用于展示商品，拍摄的并非买家收到的这一件，不能说明本次所收商品的状况。`, ...truthDuty(letter)],
    medium: [say`商品页面图片拍摄的并非买家收到的这一件，不能说明所收商品的状况。`],
  }),
  shortest: truthRefs,
});
