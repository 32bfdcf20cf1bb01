import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { interfaceLanguage, interfaceText } from '@/lib/runtime/interface-text';
import { send } from '@/lib/runtime/protocol';
import { pickRegion, viewOf } from '@/lib/runtime/region/pick-region';

/** Put into a page on the merchant's wish; tells what was chosen and is gone. */
export default defineUnlistedScript(() => {
  const t = interfaceText(interfaceLanguage());
  void pickRegion(window, { how: t('regionHow'), take: t('regionTake'), cancel: t('cancel') }).then((rectangle) => rectangle && send('background', 'regionPicked', { rectangle, view: viewOf(window) }));
});
