import { defineGround } from '../ground';
import { say } from '../prose';
import { shows, truthDuty, truthDutyIds, truthRefs } from '../truth-duty';

/** The same picture served in another claim. The other order and its buyer are never named. */
export const reusedPicture = defineGround({
  id: 'reused-picture',
  title: '举证图片曾用于另一笔售后申请',
  concerns: 'picture',
  cites: truthDutyIds,
  asks: ['more-evidence'],
  appliesWhen: (letter) => shows(letter, 'reused'),
  argue: (letter) => ({
    long: [say`同一画面出现在不同的售后申请中，不能说明本次所收商品的状况，请平台核对两次上传的原始文件。`, ...truthDuty(letter)],
    medium: [say`同一画面出现在不同的售后申请中，不能说明本次所收商品的状况。`],
  }),
  shortest: truthRefs,
});
