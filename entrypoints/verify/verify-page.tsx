import { useState } from 'react';
import { OwnTimestamp } from '@/components/report/own-timestamp';
import { VerificationView } from '@/components/report/verification-view';
import { DropZone } from '@/components/ui/drop-zone';
import { useText } from '@/components/ui/text-context';
import { wallClock } from '@/components/ui/wall-clock';
import { requestFor, withTimestamp } from '@/lib/report/trust/own-timestamp';
import { verifyBundle, type Verification } from '@/lib/report/verify';
import { inBlob } from '@/lib/report/zip-reader';
import { joined, saveBlob } from '@/lib/runtime/save-file';

interface Checked {
  file: File;
  result: Verification;
  /** What became of the timestamp asked for here. */
  note: string | null;
}

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));
const unreadable = (error: unknown): Verification => ({ ok: false, refused: 'damaged', members: [], signature: 'absent', fingerprint: null, timestamp: { status: 'absent', at: null, authority: null, signature: 'not-checked' }, messages: [words(error)] });

/** Verifies a bundle from anyone, on this device, and puts a timestamp into one; the file is read, never sent. */
export function VerifyPage() {
  const { t } = useText();
  const [checked, setChecked] = useState<Checked[]>([]);
  const [running, setRunning] = useState<{ name: string; fraction: number; stop: AbortController } | null>(null);
  const check = async (files: File[]) => {
    setChecked([]);
    const stop = new AbortController();
    for (const file of files) {
      if (stop.signal.aborted) break;
      setRunning({ name: file.name, fraction: 0, stop });
      let shown = 0;
      const onProgress = (done: number, total: number) => {
        if (done - shown < total / 100) return;
        shown = done;
        setRunning({ name: file.name, fraction: done / total, stop });
      };
      const result = await verifyBundle(inBlob(file), { signal: stop.signal, onProgress }).catch((error: unknown) => (stop.signal.aborted ? null : unreadable(error)));
      if (result) setChecked((before) => [...before, { file, result, note: null }]);
    }
    setRunning(null);
  };
  const note = (file: File, text: string) => setChecked((before) => before.map((one) => (one.file === file ? { ...one, note: text } : one)));
  const request = (file: File) =>
    requestFor(inBlob(file), crypto.getRandomValues(new Uint8Array(8)))
      .then((query) => saveBlob(new Blob([query as Uint8Array<ArrayBuffer>], { type: 'application/timestamp-query' }), 'SHA256SUMS.tsq'))
      .then(() => note(file, t('timestampRequested')))
      .catch((error: unknown) => note(file, words(error)));
  const answer = async (file: File, response: File) => {
    try {
      const { stretches, reading } = await withTimestamp(inBlob(file), new Uint8Array(await response.arrayBuffer()));
      await saveBlob(joined(file, stretches, 'application/zip'), file.name.replace(/(\.zip)?$/i, '-timestamped.zip'));
      note(file, t('timestampAdded', wallClock(reading.at), reading.authority ?? t('timestampUnnamed')));
    } catch (error) {
      note(file, words(error));
    }
  };
  return (
    <main className="stack" style={{ padding: 20, maxWidth: 760, margin: '0 auto' }}>
      <h1>{t('verifyTitle')}</h1>
      <p className="quiet">{t('verifyHelp')}</p>
      <DropZone label={t('verifyDrop')} accept=".zip,application/zip" onFiles={(files) => void check(files)} />
      {running && (
        <div className="row" role="status" aria-live="polite">
          {t('verifying', running.name, Math.round(running.fraction * 100))}
          <button type="button" onClick={() => running.stop.abort()}>
            {t('cancel')}
          </button>
        </div>
      )}
      {checked.map(({ file, result, note: text }) => (
        <div key={`${file.name}${file.lastModified}`} className="stack">
          <VerificationView name={file.name} result={result} />
          {result.ok && result.timestamp.status === 'absent' && <OwnTimestamp name={file.name} note={text} onRequest={() => void request(file)} onAnswer={(response) => void answer(file, response)} />}
        </div>
      ))}
    </main>
  );
}
