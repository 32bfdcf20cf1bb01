import { useRef } from 'react';
import { fewestShopPhotographs, type ShopAdded, type ShopView } from '../../lib/analysers/learned/conformal';
import { useText } from '../ui/text-context';

export interface ShopCalibrationProps {
  /** What is stored; null without a calibration. */
  view: ShopView | null;
  /** The model that scores now; null while it loads or where none starts. */
  model: string | null;
  progress: { done: number; total: number } | null;
  /** What the last attempt came to. */
  outcome: { added: ShopAdded } | { tooFew: number } | { failed: string } | null;
  onFiles: (files: File[]) => void;
  onCancel: () => void;
  onRemove: () => void;
}

function Outcome({ outcome }: { outcome: NonNullable<ShopCalibrationProps['outcome']> }) {
  const { t } = useText();
  if ('failed' in outcome) return t('shopFailed', outcome.failed);
  if ('tooFew' in outcome) return t('shopTooFew', fewestShopPhotographs, outcome.tooFew);
  const { scored, doubles, unscored, cancelled } = outcome.added;
  if (cancelled) return t('shopCancelled');
  const left = doubles + unscored['no-picture'] + unscored['too-small'] + unscored['no-classifier'];
  return `${t('shopAdded', scored)}${left > 0 ? t('shopLeft', left, doubles, unscored['no-picture'], unscored['too-small'] + unscored['no-classifier']) : ''}`;
}

/** A merchant's own false-alarm bound for the pixel classifier, from photographs of accepted, undisputed claims. */
export function ShopCalibration({ view, model, progress, outcome, onFiles, onCancel, onRemove }: ShopCalibrationProps) {
  const { t } = useText();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])];
    input.value = '';
    if (chosen.length > 0) onFiles(chosen);
  };
  const stale = view !== null && model !== null && view.model !== model;
  return (
    <section className="stack" aria-labelledby="shop-calibration">
      <h2 id="shop-calibration">{t('shopTitle')}</h2>
      <p className="quiet small">{t('shopHelp', fewestShopPhotographs)}</p>
      {view && (
        <div className={stale ? 'notice stack' : 'panel stack'}>
          <p>
            {stale ? t('shopStale') : view.bound === null ? t('shopTooFew', fewestShopPhotographs, view.photographs) : t('shopState', view.photographs, new Date(view.calibratedAt).toLocaleDateString(), view.bound.toFixed(2), `${view.rate * 100} %`)}
          </p>
          <div className="row">
            <button type="button" onClick={() => confirm(t('shopRemoveConfirm')) && onRemove()}>
              {t('shopRemove')}
            </button>
          </div>
        </div>
      )}
      {progress ? (
        <div className="stack">
          <p role="status" aria-live="polite">
            {t('shopProgress', progress.done, progress.total)}
          </p>
          <progress aria-label={t('shopTitle')} max={progress.total} value={progress.done} />
          <div className="row">
            <button type="button" onClick={onCancel}>
              {t('cancel')}
            </button>
          </div>
        </div>
      ) : (
        <div className="row">
          <button type="button" disabled={!model} onClick={() => files.current?.click()}>
            {t('shopFiles')}
          </button>
          <button type="button" disabled={!model} onClick={() => folder.current?.click()}>
            {t('shopFolder')}
          </button>
          <input ref={files} type="file" accept="image/*,.heic,.heif,.avif" multiple hidden aria-label={t('shopFiles')} onChange={(event) => take(event.target)} />
          <input ref={folder} type="file" multiple hidden aria-label={t('shopFolder')} onChange={(event) => take(event.target)} {...{ webkitdirectory: '' }} />
        </div>
      )}
      {outcome && !progress && (
        <p role={'added' in outcome ? 'status' : 'alert'} className={'added' in outcome ? 'small' : 'notice'}>
          <Outcome outcome={outcome} />
        </p>
      )}
    </section>
  );
}
