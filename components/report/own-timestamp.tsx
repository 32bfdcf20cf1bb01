import { useText } from '../ui/text-context';

/** A trusted timestamp without any connection of ours: the request out, the answer in. */
export function OwnTimestamp({ name, note, onRequest, onAnswer }: { name: string; note: string | null; onRequest: () => void; onAnswer: (file: File) => void }) {
  const { t } = useText();
  return (
    <section className="panel stack" aria-label={t('timestampTitle', name)}>
      <h3>{t('timestampTitle', name)}</h3>
      <p className="quiet small">{t('timestampHelp')}</p>
      <ol className="stack">
        <li>
          <button type="button" onClick={onRequest}>
            {t('timestampRequest')}
          </button>
        </li>
        <li className="small">
          {t('timestampSend')} <code className="break">curl -H &quot;Content-Type: application/timestamp-query&quot; --data-binary @SHA256SUMS.tsq https://… -o SHA256SUMS.tsr</code>
        </li>
        <li>
          <label>
            {t('timestampAnswer')}{' '}
            <input
              type="file"
              accept=".tsr,application/timestamp-reply"
              onChange={(event) => {
                const file = event.target.files?.[0];
                event.target.value = '';
                if (file) onAnswer(file);
              }}
            />
          </label>
        </li>
      </ol>
      <p role="status" aria-live="polite" className="small">
        {note}
      </p>
    </section>
  );
}
