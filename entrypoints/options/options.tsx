import { useEffect, useState } from 'react';
import { OwnClauseFields } from '@/components/appeal/own-clause-fields';
import { fileSize } from '@/components/ui/file-size';
import { textKey, useText } from '@/components/ui/text-context';
import { platformIds, shippedPlatformIds } from '@/lib/case/platform';
import { clauseSlots } from '@/lib/law/platform-clauses';
import { OptionalPlatforms } from './optional-platforms';
import { browser } from '@/lib/runtime/browser';
import { ownSigner } from '@/lib/runtime/device-key';
import { settings, type Settings } from '@/lib/runtime/settings';
import { TaughtList } from './taught-list';
import { ClassifierSection } from './classifier-section';
import { TimestampField } from './timestamp-field';


/** Shop profile, platforms and how long cases are kept; every change is saved at once. */
export function Options() {
  const { t } = useText();
  const [values, setValues] = useState<Settings | null>(null);
  const [used, setUsed] = useState<number>();
  const [saved, setSaved] = useState(false);
  const [fingerprint, setFingerprint] = useState<string>();
  useEffect(() => {
    void settings.getValue().then(setValues);
    void ownSigner().then((signer) => setFingerprint(signer.fingerprint));
    void navigator.storage?.estimate().then((estimate) => setUsed(estimate.usage));
  }, []);
  if (!values) return null;
  const change = (part: Partial<Settings>) => {
    const next = { ...values, ...part };
    setValues(next);
    void settings.setValue(next).then(() => setSaved(true));
  };
  return (
    <main className="stack" style={{ padding: 20, maxWidth: 640, margin: '0 auto' }}>
      <h1>{t('optionsTitle')}</h1>
      <label className="stack">
        {t('shopName')}
        <input type="text" value={values.shopName} onChange={(event) => change({ shopName: event.target.value })} />
      </label>
      <label className="stack">
        {t('contact')}
        <input type="text" value={values.contact} onChange={(event) => change({ contact: event.target.value })} />
      </label>
      <fieldset className="panel">
        <legend>{t('platformsOn')}</legend>
        {shippedPlatformIds.map((id) => (
          <label key={id} className="row">
            <input
              type="checkbox"
              checked={values.platforms.includes(id)}
              onChange={(event) => change({ platforms: event.target.checked ? [...values.platforms, id] : values.platforms.filter((one) => one !== id) })}
            />
            {t(textKey('platform', id))}
          </label>
        ))}
      </fieldset>
      <OptionalPlatforms on={values.platforms} onChange={(platforms) => change({ platforms })} />
      <section className="stack">
        <h2>{t('ownClauses')}</h2>
        <p className="quiet small">{t('ownClausesHelp')}</p>
        {clauseSlots
          .filter((slot) => (platformIds as readonly string[]).includes(slot.platform))
          .map((slot) => (
            <OwnClauseFields
              key={slot.platform}
              name={slot.name}
              verified={slot.ours === 'verified'}
              value={values.ownClauses?.[slot.platform]}
              onChange={(clause) => {
                const { [slot.platform]: _gone, ...others } = values.ownClauses ?? {};
                change({ ownClauses: clause ? { ...others, [slot.platform]: clause } : others });
              }}
            />
          ))}
      </section>
      <TimestampField value={values.timestampUrl ?? ''} onChange={(timestampUrl) => change({ timestampUrl })} />
      <TaughtList />
      <label className="stack">
        {t('retention')}
        <input type="number" min={0} max={3650} value={values.retentionDays} onChange={(event) => change({ retentionDays: Math.max(0, Math.round(Number(event.target.value) || 0)) })} />
      </label>
      <label className="row">
        <input
          type="checkbox"
          checked={values.deadlineNotices}
          onChange={(event) => {
            const wanted = event.target.checked;
            // Asked for on the click that needs it, not at install.
            void (wanted ? browser.permissions.request({ permissions: ['notifications'] }) : Promise.resolve(true)).then((granted) => change({ deadlineNotices: wanted && granted }));
          }}
        />
        {t('deadlineNotices')}
      </label>
      <ClassifierSection />
      <p role="status" aria-live="polite" className="quiet small">
        {saved && t('saved')}
      </p>
      <p className="quiet small">{t('storageUsed', fileSize(used ?? 0))}</p>
      {fingerprint && (
        <p className="quiet small">
          {t('keyTitle')}
          <br />
          <span className="mono break">{fingerprint}</span>
        </p>
      )}
      <p className="quiet small">{t('privacyNote')}</p>
    </main>
  );
}
