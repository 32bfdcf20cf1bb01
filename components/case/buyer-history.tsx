import type { Money } from '../../lib/case/claim';
import { useText } from '../ui/text-context';
import { wallClock } from '../ui/wall-clock';

export interface BuyerHistoryProps {
  /** The account for the eye, masked. */
  shown: string;
  /** The page masks it itself, so that different accounts may look the same. */
  masked: boolean;
  claims: { caseId: string; orderId: string | null; at: string; amount: Money | null }[];
  sums: Money[];
  onOpen: (caseId: string) => void;
}

const money = ({ value, currency }: Money) => `${currency === 'CNY' ? '¥' : `${currency} `}${value}`;

/** Other claims of the same account on this device: how many, how much, when. A count, no reproach. */
export function BuyerHistory({ shown, masked, claims, sums, onOpen }: BuyerHistoryProps) {
  const { t } = useText();
  const sum = sums.map(money).join(' + ') || '—';
  return (
    <details className="panel">
      <summary>{t(masked ? 'buyerMaskedSummary' : 'buyerSummary', shown, claims.length, sum)}</summary>
      <ul className="plain">
        {claims.map((one) => (
          <li key={one.caseId} className="row spread">
            <time dateTime={one.at}>{wallClock(one.at).slice(0, 10)}</time>
            <button type="button" className="link break" onClick={() => onOpen(one.caseId)}>
              {one.orderId ?? one.caseId}
            </button>
            <span>{one.amount ? money(one.amount) : '—'}</span>
          </li>
        ))}
      </ul>
      <p className="small quiet">{t(masked ? 'buyerMaskedNote' : 'buyerNote')}</p>
    </details>
  );
}
