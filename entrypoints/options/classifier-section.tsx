import { useEffect, useRef, useState } from 'react';
import { ShopCalibration, type ShopCalibrationProps } from '@/components/score/shop-calibration';
import { useText } from '@/components/ui/text-context';
import type { ShopView } from '@/lib/analysers/learned/conformal';
import { aboutClassifier, scoreInWorker, stopWorker } from '@/lib/runtime/analysis/host';
import { addShopPhotographs, removeShop, shopView, TooFewPhotographs } from '@/lib/runtime/shop-calibration';

type About = Awaited<ReturnType<typeof aboutClassifier>>;

/** Which model runs here and on what, and the shop's own calibration of it. The worker lives only while this page needs it. */
export function ClassifierSection() {
  const { t } = useText();
  const [about, setAbout] = useState<About>();
  const [view, setView] = useState<ShopView | null>(null);
  const [progress, setProgress] = useState<ShopCalibrationProps['progress']>(null);
  const [outcome, setOutcome] = useState<ShopCalibrationProps['outcome']>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    void aboutClassifier().then(setAbout, () => setAbout(null));
    void shopView().then(setView);
    return stopWorker;
  }, []);

  const add = async (files: File[], model: string) => {
    const stop = (running.current = new AbortController());
    setOutcome(null);
    setProgress({ done: 0, total: files.length });
    try {
      const added = await addShopPhotographs(files, model, scoreInWorker, { signal: stop.signal, onProgress: (done, total) => setProgress({ done, total }) });
      setOutcome({ added });
    } catch (error) {
      setOutcome(error instanceof TooFewPhotographs ? { tooFew: error.given } : { failed: error instanceof Error ? error.message : String(error) });
    }
    setProgress(null);
    setView(await shopView());
  };
  const remove = async () => {
    await removeShop();
    setOutcome(null);
    setView(null);
  };

  const threads = /-(\d+)-threads$/.exec(about?.backend ?? '')?.[1];
  const backend = threads ? t('backend_threads', threads) : about?.backend === 'webgpu' || about?.backend === 'webgl' ? t(`backend_${about.backend}`) : t('backend_single');
  return (
    <>
      <section className="stack" aria-labelledby="model">
        <h2 id="model">{t('modelTitle')}</h2>
        <p role="status" className="small">
          {about === undefined ? t('modelLoading') : about ? t('modelLine', about.model, backend) : t('modelNone')}
        </p>
      </section>
      <ShopCalibration view={view} model={about?.model ?? null} progress={progress} outcome={outcome} onFiles={(files) => about && void add(files, about.model)} onCancel={() => running.current?.abort()} onRemove={() => void remove()} />
    </>
  );
}
