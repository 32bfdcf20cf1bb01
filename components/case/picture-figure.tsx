import type { Region } from '../../lib/case/finding';
import { useText } from '../ui/text-context';

interface Props {
  src: string | null;
  alt: string;
  format: string | null;
  regions: Region[];
}

/** The picture with outlines drawn over it, in fractions of the frame as stored. */
export function PictureFigure({ src, alt, format, regions }: Props) {
  const { t } = useText();
  const showable = src && format !== 'heic' && format !== 'tiff';
  return (
    <figure className="figure">
      {showable ? (
        <span className="frame">
          <img src={src} alt={alt} style={{ imageOrientation: regions.length ? 'none' : 'from-image' }} />
          {regions.length > 0 && (
            <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
              {regions.map((region, index) => (
                <polygon key={index} points={region.points.map((point) => point.join(',')).join(' ')} />
              ))}
            </svg>
          )}
        </span>
      ) : (
        <p className="drop">{t('cannotShow', (format ?? '').toUpperCase())}</p>
      )}
    </figure>
  );
}
