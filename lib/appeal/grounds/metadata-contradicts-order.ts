import { defineGround } from '../ground';
import { say } from '../prose';
import { shows, truthDuty, truthDutyIds, truthRefs } from '../truth-duty';

/** A time in the file that does not fit the order. A wrong clock explains it as well, so only an explanation is asked. */
export const metadataContradictsOrder = defineGround({
  id: 'metadata-contradicts-order',
  title: '图片记录的时间与订单不符',
  concerns: 'picture',
  cites: truthDutyIds,
  asks: ['more-evidence'],
  appliesWhen: (letter) => shows(letter, 'metadata'),
  argue: (letter) => ({
    long: [say`设备时钟、时区设置或者转存也可能造成时间不符，请买家说明拍摄经过并提供手机原图核对。`, ...truthDuty(letter)],
    medium: [say`请买家说明拍摄时间并提供手机原图核对。`],
  }),
  shortest: truthRefs,
});
