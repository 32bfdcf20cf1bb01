import type { Claim } from '../../lib/case/claim';
import { Countdown } from '../ui/countdown';
import { textKey, useText } from '../ui/text-context';

const shortId = (id: string) => (id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id);

/** Platform, which request, and how long is left: the first line of popup and panel. */
export function CaseHeader({ claim }: { claim: Claim }) {
  const { t } = useText();
  const manual = claim.platform === 'manual';
  return (
    <header className="row spread">
      <h1>
        {manual ? t('manualCase') : t(textKey('platform', claim.platform))}
        {!manual && (
          <>
            {' · '}
            {claim.afterSaleId ? t('afterSale') : t('order')} <span title={claim.afterSaleId ?? claim.orderId}>{shortId(claim.afterSaleId ?? claim.orderId)}</span>
          </>
        )}
      </h1>
      {!manual && <Countdown until={claim.respondBy} />}
    </header>
  );
}
