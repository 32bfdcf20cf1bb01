import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { interfaceLanguage, interfaceText } from '@/lib/runtime/interface-text';
import { teachHere } from '@/lib/runtime/teach/teach-here';

/** Put into a page on the merchant's wish to teach it; gone when that is done. */
export default defineUnlistedScript(() => {
  void teachHere(window, interfaceText(interfaceLanguage()));
});
