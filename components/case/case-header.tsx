import { claimNumber, type Claim } from '../../lib/case/claim';
import { Countdown } from '../ui/countdown';
import { textKey, useText } from '../ui/text-context';

const shortId = (id: string) => (id.length > 12 ? `${id.slice(0, 4)}…${id.slice(-4)}` : id);

/** Platform, which request, and how long is left: the first line of popup and panel. */
export function CaseHeader({ claim }: { claim: Claim }) {
  const { t } = useText();
  const number = claimNumber(claim);
  return (
    <header className="row spread">
      <h1>
        {claim.platform !== 'manual' ? t(textKey('platform', claim.platform)) : (claim.recipe?.taught?.name ?? t(number === null ? 'manualCase' : 'platformOther'))}
        {number !== null && (
          <>
            {' · '}
            {claim.afterSaleId ? t('afterSale') : t('order')} <span title={number}>{shortId(number)}</span>
          </>
        )}
      </h1>
      {number !== null && (claim.respondBy || !claim.typed) && <Countdown until={claim.respondBy} />}
    </header>
  );
}
