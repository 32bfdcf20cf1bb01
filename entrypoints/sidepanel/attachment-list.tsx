import { useCallback, useEffect, useState } from 'react';
import { fileSize } from '@/components/ui/file-size';
import { DropZone } from '@/components/ui/drop-zone';
import { useText } from '@/components/ui/text-context';
import { addAttachment, attachmentsOf, keyFrames, maxAttachmentBytes, removeAttachment, type StoredAttachment } from '@/lib/runtime/attachments';
import { showCase } from '@/lib/runtime/case-view';
import { addOwnPictures } from '@/lib/runtime/own-pictures';
import { isUnreadable } from '@/lib/runtime/read-file';
import { send } from '@/lib/runtime/protocol';
import { notKept } from '@/components/ui/not-kept';


/** Packing videos and other files of the merchant's own: hashed here, put into the bundle, never copied into messages. */
export function AttachmentList({ caseId }: { caseId: string }) {
  const { t } = useText();
  const [list, setList] = useState<StoredAttachment[]>([]);
  const [note, setNote] = useState<string | null>(null);
  const refresh = useCallback(() => attachmentsOf(caseId).then(setList), [caseId]);
  useEffect(() => void refresh(), [refresh]);
  const add = async (files: File[]) => {
    for (const file of files) {
      if (file.size === 0 || file.size > maxAttachmentBytes) {
        setNote(t('attachmentTooLarge', file.name));
        continue;
      }
      const added = await addAttachment(caseId, file, (done) => setNote(t('attachmentHashing', file.name, Math.round((done / file.size) * 100)))).catch((error: unknown) => {
        if (isUnreadable(error)) return null;
        throw error;
      });
      if (added === null) {
        setNote(t('leftOut_unreadable', file.name));
        continue;
      }
      const frames = file.type.startsWith('video/') ? await keyFrames(file) : [];
      if (frames.length > 0 && (await addOwnPictures(caseId, frames, 'order')) > 0) {
        await send('background', 'startCase', { caseId });
        await showCase(caseId);
      }
      setNote(t('attachmentAdded', file.name, frames.length));
    }
    await refresh();
  };
  return (
    <section className="stack">
      <h2>{t('attachments')}</h2>
      {list.map((one) => (
        <div key={one.id} className="panel">
          <div className="row spread">
            <b className="break">{one.title}</b>
            <span className="small quiet">{fileSize(one.blob.size)}</span>
            <button type="button" onClick={() => void removeAttachment(one.id).then(refresh)}>
              {t('remove')}
            </button>
          </div>
          <p className="mono break">{one.sha256}</p>
        </div>
      ))}
      <DropZone label={t('attachmentHelp')} accept="video/*,image/*,.pdf" onFiles={(files) => void add(files).catch((error: unknown) => setNote(notKept(error, t)))} />
      <p role="status" aria-live="polite" className="small">
        {note}
      </p>
    </section>
  );
}
