import { useState } from 'react';
import { viewIds, type ViewId } from '../../lib/evidence/views/view';
import { textKey, useText } from '../ui/text-context';

/** A view ready to be shown; `quality` where it is a series over JPEG qualities. */
export interface ShownView {
  quality: number | null;
  url: string;
}

interface Props {
  selected: ViewId | null;
  onSelect: (view: ViewId | null) => void;
  /** null while it is made. */
  frames: ShownView[] | null;
  /** Why it could not be made. */
  error: string | null;
}

/** Enhancements for the eye, off until chosen, with what to look at and what to ignore. Never part of the score. */
export function TraceViews({ selected, onSelect, frames, error }: Props) {
  const { t } = useText();
  return (
    <section className="stack" aria-label={t('views')}>
      <p className="small quiet">{t('viewsNote')}</p>
      <div className="row" role="group" aria-label={t('views')}>
        {viewIds.map((id) => (
          <button key={id} type="button" aria-pressed={selected === id} onClick={() => onSelect(selected === id ? null : id)}>
            {t(textKey('view', id))}
          </button>
        ))}
      </div>
      {selected && (
        <>
          {error !== null && <p className="notice">{t('viewFailed', error)}</p>}
          {error === null && !frames && <p role="status">{t('viewMaking')}</p>}
          {error === null && frames && <Frames key={frames[0]?.url} frames={frames} name={t(textKey('view', selected))} />}
          <dl className="facts">
            <dt>{t('look')}</dt>
            <dd>{t(textKey('viewLook', selected))}</dd>
            <dt>{t('ignore')}</dt>
            <dd>{t(textKey('viewIgnore', selected))}</dd>
          </dl>
        </>
      )}
    </section>
  );
}

function Frames({ frames, name }: { frames: ShownView[]; name: string }) {
  const { t } = useText();
  const [at, setAt] = useState(Math.floor(frames.length / 2));
  const frame = frames[at];
  if (!frame) return null;
  const quality = frame.quality === null ? '' : t('viewQuality', frame.quality);
  return (
    <>
      <figure className="figure">
        <img src={frame.url} alt={[name, quality].filter(Boolean).join(' · ')} style={{ imageOrientation: 'none', width: '100%', objectFit: 'contain' }} />
      </figure>
      {frames.length > 1 && (
        <label className="row">
          <span className="small quiet">{quality}</span>
          <input type="range" min={0} max={frames.length - 1} value={at} onChange={(event) => setAt(Number(event.target.value))} aria-label={t('viewQualitySlider')} aria-valuetext={quality} style={{ flex: 1 }} />
        </label>
      )}
    </>
  );
}
