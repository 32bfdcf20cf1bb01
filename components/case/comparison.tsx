import { useEffect, useState } from 'react';
import type { Region } from '../../lib/case/finding';
import { useText } from '../ui/text-context';

interface Props {
  buyer: string;
  /** The merchant's picture, warped onto the buyer's frame. */
  own: string;
  regions: Region[];
}

const blinkMs = 700;

/** The two pictures in one frame: a slider moves the border between them, blinking shows what jumps. */
export function Comparison({ buyer, own, regions }: Props) {
  const { t } = useText();
  const [share, setShare] = useState(50);
  const [blinking, setBlinking] = useState(false);
  const [shown, setShown] = useState(true);
  useEffect(() => {
    if (!blinking) return;
    const timer = setInterval(() => setShown((before) => !before), blinkMs);
    return () => clearInterval(timer);
  }, [blinking]);
  const clip = blinking ? (shown ? 'none' : 'inset(0 100% 0 0)') : `inset(0 ${100 - share}% 0 0)`;
  return (
    <section className="stack" aria-label={t('comparison')}>
      <figure className="figure">
        <span className="frame">
          <img src={buyer} alt={t('comparisonBuyer')} style={{ imageOrientation: 'none' }} />
          <img src={own} alt={t('comparisonOwn')} style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', clipPath: clip }} />
          <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
            {regions.map((region, index) => (
              <polygon key={index} points={region.points.map((point) => point.join(',')).join(' ')} />
            ))}
          </svg>
        </span>
      </figure>
      <div className="row">
        <span className="small quiet">{t('comparisonOwn')}</span>
        <input type="range" min={0} max={100} value={share} disabled={blinking} onChange={(event) => setShare(Number(event.target.value))} aria-label={t('comparisonSlider')} style={{ flex: 1 }} />
        <span className="small quiet">{t('comparisonBuyer')}</span>
        <button type="button" aria-pressed={blinking} onClick={() => {
            setShown(true);
            setBlinking(!blinking);
          }}>
          {t('comparisonBlink')}
        </button>
      </div>
    </section>
  );
}
