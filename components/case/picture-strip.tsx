import type { ClaimImage } from '../../lib/case/image';
import { useText } from '../ui/text-context';

interface Props {
  images: ClaimImage[];
  urls: Record<string, string>;
  selected: string | null;
  onSelect: (id: string) => void;
}

export function PictureStrip({ images, urls, selected, onSelect }: Props) {
  const { t } = useText();
  return (
    <nav className="thumbs" aria-label={t('tabImages')}>
      {images.map((image) => (
        <button key={image.id} type="button" aria-current={image.id === selected} aria-label={t('pictureN', image.ordinal)} onClick={() => onSelect(image.id)}>
          {image.sha256 && urls[image.sha256] ? <img src={urls[image.sha256]} alt="" /> : <span className="blank">{image.problem ? '!' : '…'}</span>}
          <span className="small">{image.ordinal}</span>
        </button>
      ))}
    </nav>
  );
}
