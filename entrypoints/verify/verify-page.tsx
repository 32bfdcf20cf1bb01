import { useState } from 'react';
import { VerificationView } from '@/components/report/verification-view';
import { DropZone } from '@/components/ui/drop-zone';
import { useText } from '@/components/ui/text-context';
import { verifyBundle, type Verification } from '@/lib/report/verify';

async function verifyFile(file: File): Promise<Verification> {
  return verifyBundle({ size: file.size, read: async (offset, length) => new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()) });
}

/** Verifies a bundle from anyone, on this device; the file is read, never sent. */
export function VerifyPage() {
  const { t } = useText();
  const [results, setResults] = useState<{ name: string; result: Verification }[]>([]);
  const check = async (files: File[]) => setResults(await Promise.all(files.map(async (file) => ({ name: file.name, result: await verifyFile(file) }))));
  return (
    <main className="stack" style={{ padding: 20, maxWidth: 760, margin: '0 auto' }}>
      <h1>{t('verifyTitle')}</h1>
      <p className="quiet">{t('verifyHelp')}</p>
      <DropZone label={t('verifyDrop')} accept=".zip,application/zip" onFiles={(files) => void check(files)} />
      {results.map(({ name, result }) => (
        <VerificationView key={name} name={name} result={result} />
      ))}
    </main>
  );
}
