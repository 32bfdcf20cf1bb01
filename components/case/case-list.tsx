import type { Case } from '../../lib/case/case';
import { bandText } from '../../lib/scoring/band-text';
import { Countdown } from '../ui/countdown';
import { textKey, useText } from '../ui/text-context';

interface Props {
  cases: Case[];
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
}

/** Every case on this device, latest first. */
export function CaseList({ cases, onOpen, onDelete }: Props) {
  const { t, language } = useText();
  if (cases.length === 0) return <p className="quiet">{t('noCases')}</p>;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} className="stack">
      {cases.map((one) => (
        <li key={one.id} className="panel row spread">
          <button type="button" className="link" onClick={() => onOpen(one.id)}>
            {t(textKey('platform', one.claim.platform))} {one.claim.afterSaleId ?? one.claim.orderId}
          </button>
          <span className="small">
            {one.assessment ? bandText[language][one.assessment.band] : '…'} {one.claim.platform !== 'manual' && <Countdown until={one.claim.respondBy} />}
          </span>
          <button type="button" onClick={() => globalThis.confirm(t('confirmDelete')) && onDelete(one.id)}>
            {t('deleteCase')}
          </button>
        </li>
      ))}
    </ul>
  );
}
