import { useEffect, useRef, useState } from 'react';
import { useText } from './text-context';

interface Props {
  onFiles: (files: File[]) => void;
  label?: string;
  accept?: string;
  /** Whether this zone takes what is pasted; only one on a screen may. */
  paste?: boolean;
}

/** Pictures by drop, paste or file picker: the way in that needs no recipe. */
export function DropZone({ onFiles, label, accept = 'image/*,.heic,.heif,.avif', paste = true }: Props) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!paste) return undefined;
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length) onFiles(files);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [onFiles, paste]);
  return (
    <div
      className={over ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      <p>{label ?? t('dropHere')}</p>
      <button type="button" onClick={() => input.current?.click()}>
        {t('chooseFile')}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple
        hidden
        aria-label={label ?? t('dropHere')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
    </div>
  );
}
