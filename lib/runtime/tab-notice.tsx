import { useState } from 'react';
import { PageNotice } from '../../components/case/page-notice';
import { useText } from '../../components/ui/text-context';
import { browser } from './browser';
import { readAgain, tabInView } from './case-view';
import { send } from './protocol';
import type { TabCase } from './settings';
import { TeachButton } from './taught-notice';

/** What could not be read in this tab, and what the merchant can do about it; the browser asks for a host only on this click. */
export function TabNotice({ tab, partly }: { tab: TabCase | null; partly?: boolean }) {
  const { t } = useText();
  const [refused, setRefused] = useState(false);
  if (!tab) return null;
  const { ask } = tab;
  const allow = async () => {
    if (!ask || !(await browser.permissions.request({ origins: [ask.origin] }))) return setRefused(true);
    const tabId = await tabInView();
    if (tabId !== null) await send('background', 'takeAllowed', { tabId });
  };
  return (
    <PageNotice mismatches={tab.mismatches} partly={partly} picture={tab.page === 'image'} onReadAgain={() => void readAgain()}>
      {tab.page === 'refund-detail' && <TeachButton />}
      {ask && (
        <button type="button" onClick={() => void allow()}>
          {t('allowHost', new URL(ask.address).hostname)}
        </button>
      )}
      {refused && (
        <span role="status" className="small">
          {t('hostRefused')}
        </span>
      )}
    </PageNotice>
  );
}
