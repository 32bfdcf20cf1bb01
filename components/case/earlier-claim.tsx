import { useText } from '../ui/text-context';

export interface EarlierClaimProps {
  /** Address of the picture of the earlier claim; null where its bytes are gone. */
  picture: string | null;
  /** What the earlier claim is called: its order, or its case where no order is known. */
  name: string;
  /** When it was filed, as said to the merchant; null where unknown. */
  filed: string | null;
  /** The case was deleted since. */
  gone: boolean;
  onOpen: () => void;
}

/** The earlier claim that a finding speaks of: its picture, and the way to it. */
export function EarlierClaim({ picture, name, filed, gone, onOpen }: EarlierClaimProps) {
  const { t } = useText();
  if (gone) return <p className="small quiet">{t('earlierGone')}</p>;
  return (
    <div className="row">
      {picture && (
        <span className="thumbs">
          <img src={picture} alt={t('earlierPicture')} />
        </span>
      )}
      <button type="button" className="break" onClick={onOpen}>
        {t('openEarlier', name)}
      </button>
      {filed && <time className="small quiet">{filed}</time>}
    </div>
  );
}
