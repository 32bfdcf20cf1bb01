import { useState } from 'react';
import { DropZone } from '../../components/ui/drop-zone';
import { textKey, useText } from '../../components/ui/text-context';
import { checkFiles } from './check-files';

/** Files by drop, paste or picker: into the case given, or into a new one. What was left out is said by name. */
export function AddPictures({ into, label }: { into: string | null; label: string }) {
  const { t } = useText();
  const [note, setNote] = useState<string[]>([]);
  const add = async (files: File[]) => {
    const { added, leftOut } = await checkFiles(files, into);
    setNote([...(added > 0 || leftOut.length > 0 ? [] : [t('picturesKnown')]), ...(added > 0 && into ? [t('picturesAdded', added)] : []), ...leftOut.map((one) => t(textKey('leftOut', one.why), one.name))]);
  };
  return (
    <>
      <DropZone label={label} onFiles={(files) => void add(files)} />
      <ul role="status" aria-live="polite" className="small notes">
        {note.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
