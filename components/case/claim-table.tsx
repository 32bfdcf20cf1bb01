import { knownOrderId, type Claim } from '../../lib/case/claim';
import { textKey, useText } from '../ui/text-context';
import { wallClock } from '../ui/wall-clock';


/** What the page or the merchant says, as text; what is not said is said to be missing. */
export function ClaimTable({ claim }: { claim: Claim }) {
  const { t } = useText();
  const rows: [Parameters<typeof t>[0], string | null][] = [
    ['fact_orderId', knownOrderId(claim)],
    ['fact_afterSaleId', claim.afterSaleId],
    ['fact_refundType', t(textKey('type', claim.refundType))],
    ['fact_amount', claim.amount && `${claim.amount.currency === 'CNY' ? '¥' : `${claim.amount.currency} `}${claim.amount.value}`],
    ['fact_reason', claim.reason],
    ['fact_description', claim.description],
    ['fact_status', claim.status],
    ['fact_appliedAt', claim.appliedAt && wallClock(claim.appliedAt)],
    ['fact_respondBy', claim.respondBy && wallClock(claim.respondBy)],
  ];
  return (
    <section>
      <h2>{t('facts')}</h2>
      <dl className="facts">
        {rows.map(([key, value]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{t(key)}</dt>
            <dd>{value ?? <span className="quiet">{t(claim.typed ? 'notTyped' : 'notOnPage')}</span>}</dd>
          </div>
        ))}
      </dl>
      {claim.typed && <p className="quiet small">{t('typedNote', new Date(claim.typed.at).toLocaleString())}</p>}
      {claim.recipe && <p className="quiet small">{claim.recipe.taught ? t('taughtNote', claim.recipe.verifiedOn, claim.recipe.taught.revision) : t('recipeNote', claim.recipe.verifiedOn)}</p>}
    </section>
  );
}
