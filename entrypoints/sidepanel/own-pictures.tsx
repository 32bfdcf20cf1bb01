import { useState } from 'react';
import { useStore } from 'zustand';
import { DropZone } from '@/components/ui/drop-zone';
import { useText } from '@/components/ui/text-context';
import type { CaseFile } from '@/lib/case/case';
import { showCase } from '@/lib/runtime/case-view';
import { addOwnPictures } from '@/lib/runtime/own-pictures';
import { send } from '@/lib/runtime/protocol';
import { notKept } from '@/components/ui/not-kept';
import { desk } from './store';

/** The merchant's own pictures of this case, and the way to add more. */
export function OwnPictures({ file }: { file: CaseFile }) {
  const { t } = useText();
  const { urls } = useStore(desk);
  const [note, setNote] = useState<string | null>(null);
  const own = file.images.filter((image) => image.role !== 'evidence');
  const add = async (files: File[]) => {
    const taken = await addOwnPictures(file.case.id, files).catch((error: unknown) => {
      setNote(notKept(error, t));
      return null;
    });
    if (taken === null) return;
    setNote(taken > 0 ? t('ownTaken', taken) : t('ownNone'));
    if (taken === 0) return;
    await send('background', 'startCase', { caseId: file.case.id });
    await showCase(file.case.id);
  };
  return (
    <details>
      <summary>
        {t('references')} ({own.length})
      </summary>
      <div className="thumbs">
        {own.map((image) => image.sha256 && urls[image.sha256] && <img key={image.id} src={urls[image.sha256]} alt={`${t('references')} ${image.ordinal}`} />)}
      </div>
      <DropZone label={t('ownHelp')} paste={false} onFiles={(files) => void add(files)} />
      <p role="status" aria-live="polite" className="small">
        {note}
      </p>
    </details>
  );
}
