import { useState } from 'react';
import { useText } from '@/components/ui/text-context';
import { wallClock } from '@/components/ui/wall-clock';
import { readTimestamp, requestTimestamp } from '@/lib/report/trust/timestamp';
import { browser } from '@/lib/runtime/browser';
import { askAuthority, authorityPattern } from '@/lib/runtime/timestamp-authority';

/** The authority for trusted timestamps: its host is asked for on the click, then tried with bytes of no meaning. */
export function TimestampField({ value, onChange }: { value: string; onChange: (address: string) => void }) {
  const { t } = useText();
  const [address, setAddress] = useState(value);
  const [note, setNote] = useState('');
  const allow = async () => {
    try {
      if (!(await browser.permissions.request({ origins: [authorityPattern(address)] }))) return setNote(t('timestampNotAllowed'));
      setNote(t('timestampTrying'));
      const sample = crypto.getRandomValues(new Uint8Array(32));
      const reply = await requestTimestamp(sample, crypto.getRandomValues(new Uint8Array(8)), (query) => askAuthority(address, query));
      const reading = await readTimestamp(reply, sample);
      onChange(address);
      setNote(t('timestampWorks', wallClock(reading.at), reading.authority ?? t('timestampUnnamed')));
    } catch (error) {
      setNote(error instanceof Error ? error.message : String(error));
    }
  };
  const forget = async () => {
    await browser.permissions.remove({ origins: [authorityPattern(value)] }).catch(() => false);
    setAddress('');
    onChange('');
    setNote(t('timestampOff'));
  };
  return (
    <section className="stack">
      <h2>{t('timestampAuthority')}</h2>
      <p className="quiet small">{t('timestampAuthorityHelp')}</p>
      <label className="stack">
        {t('timestampAddress')}
        <input type="url" placeholder="https://" value={address} onChange={(event) => setAddress(event.target.value.trim())} />
      </label>
      <div className="row">
        <button type="button" disabled={!address || address === value} onClick={() => void allow()}>
          {t('timestampAllow')}
        </button>
        {value && (
          <button type="button" onClick={() => void forget()}>
            {t('timestampForget')}
          </button>
        )}
      </div>
      <p role="status" aria-live="polite" className="small">
        {note}
      </p>
    </section>
  );
}
