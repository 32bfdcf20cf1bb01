import { useEffect, useState } from 'react';
import type { Region } from '../../lib/case/finding';
import { useText, type TextKey } from '../ui/text-context';

interface Props {
  buyer: string;
  /** The merchant's picture, warped onto the buyer's frame. */
  own: string;
  regions: Region[];
  /** Share of the frame that differs, 0..1; null where nothing does. */
  share: number | null;
}

const views = { slider: 'comparisonBySlider', blink: 'comparisonBlink', beside: 'comparisonBeside' } as const satisfies Record<string, TextKey>;
type View = keyof typeof views;
const blinkMs = 700;

function Outlines({ regions }: { regions: Region[] }) {
  return (
    <svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {regions.map((region, index) => (
        <polygon key={index} points={region.points.map((point) => point.join(',')).join(' ')} />
      ))}
    </svg>
  );
}

/** The two pictures in one frame, or side by side: a slider moves the border between them, blinking shows what jumps. */
export function Comparison({ buyer, own, regions, share }: Props) {
  const { t } = useText();
  const [border, setBorder] = useState(50);
  const [view, setView] = useState<View>('slider');
  const [shown, setShown] = useState(true);
  const [outlined, setOutlined] = useState(true);
  useEffect(() => {
    if (view !== 'blink') return;
    const timer = setInterval(() => setShown((before) => !before), blinkMs);
    return () => clearInterval(timer);
  }, [view]);
  const clip = view === 'blink' ? (shown ? 'none' : 'inset(0 100% 0 0)') : `inset(0 ${100 - border}% 0 0)`;
  const marks = outlined ? regions : [];
  const percent = share === null ? null : `${100 * share < 0.1 ? '<0.1' : (100 * share).toFixed(1)} %`;
  return (
    <section className="stack" aria-label={t('comparison')}>
      {view === 'beside' ? (
        <div className="beside">
          {([[buyer, 'comparisonBuyer'], [own, 'comparisonOwn']] as const).map(([src, name]) => (
            <figure key={name} className="figure captioned">
              <span className="frame">
                <img src={src} alt={t(name)} style={{ imageOrientation: 'none' }} />
                <Outlines regions={marks} />
              </span>
              <figcaption className="small quiet">{t(name)}</figcaption>
            </figure>
          ))}
        </div>
      ) : (
        <figure className="figure">
          <span className="frame">
            <img src={buyer} alt={t('comparisonBuyer')} style={{ imageOrientation: 'none' }} />
            <img src={own} alt={t('comparisonOwn')} style={{ position: 'absolute', inset: 0, width: '100%', height: '100%', clipPath: clip }} />
            <Outlines regions={marks} />
          </span>
        </figure>
      )}
      {view === 'slider' && (
        <div className="row nowrap">
          <span className="small quiet">{t('comparisonOwn')}</span>
          <input type="range" min={0} max={100} value={border} onChange={(event) => setBorder(Number(event.target.value))} aria-label={t('comparisonSlider')} className="grow" />
          <span className="small quiet">{t('comparisonBuyer')}</span>
        </div>
      )}
      {view === 'blink' && <p className="small quiet">{t(shown ? 'comparisonOwn' : 'comparisonBuyer')}</p>}
      <div className="row">
        {(Object.keys(views) as View[]).map((one) => (
          <button key={one} type="button" aria-pressed={view === one} onClick={() => {
            setShown(true);
            setView(one);
          }}>
            {t(views[one])}
          </button>
        ))}
        {regions.length > 0 && (
          <label className="row">
            <input type="checkbox" checked={outlined} onChange={(event) => setOutlined(event.target.checked)} />
            {t('comparisonOutlines')}
          </label>
        )}
      </div>
      {percent !== null && regions.length > 0 && <p className="small">{t('comparisonShare', regions.length, percent)}</p>}
    </section>
  );
}
