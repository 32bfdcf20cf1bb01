import { useState } from 'react';
import { DropZone } from '../../components/ui/drop-zone';
import { notKept } from '../../components/ui/not-kept';
import { textKey, useText } from '../../components/ui/text-context';
import { tabInView } from './case-view';
import { checkFiles } from './check-files';
import { send } from './protocol';

/** Files by drop, paste or picker, or a part of the screen: into the case given, or into a new one. What was left out is said by name. */
export function AddPictures({ into, label, onShoot }: { into: string | null; label: string; onShoot?: () => void }) {
  const { t } = useText();
  const [note, setNote] = useState<string[]>([]);
  const add = async (files: File[]) => {
    const result = await checkFiles(files, into).catch((error: unknown) => {
      setNote([notKept(error, t)]);
      return null;
    });
    if (result === null) return;
    const { added, leftOut } = result;
    setNote([...(added > 0 || leftOut.length > 0 ? [] : [t('picturesKnown')]), ...(added > 0 && into ? [t('picturesAdded', added)] : []), ...leftOut.map((one) => t(textKey('leftOut', one.why), one.name))]);
  };
  const shoot = async () => {
    const tabId = await tabInView();
    const { asked } = tabId === null ? { asked: false } : await send('background', 'askForRegion', { tabId, into });
    if (!asked) return setNote([t('regionNotAllowed')]);
    setNote([t('regionWaiting')]);
    onShoot?.();
  };
  return (
    <>
      <DropZone label={label} onFiles={(files) => void add(files)} />
      <div>
        <button type="button" onClick={() => void shoot()}>
          {t('regionButton')}
        </button>
      </div>
      <ul role="status" aria-live="polite" className="small notes">
        {note.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
