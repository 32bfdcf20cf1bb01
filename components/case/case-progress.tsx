import type { Case } from '../../lib/case/case';
import { storageFull } from '../../lib/case/storage-full';
import { useText } from '../ui/text-context';

/** What is going on now, spoken by screen readers as it changes. */
export function CaseProgress({ file, onContinue }: { file: Case; onContinue: () => void }) {
  const { t } = useText();
  const { done, total } = file.progress;
  if (file.status === 'done') return null;
  if (file.status === 'interrupted')
    return (
      <div className="notice row spread" role="alert">
        <span>
          {file.error && storageFull(file.error) ? t('storageFull') : t('interrupted')}
          {file.error && !storageFull(file.error) && <span className="small quiet"> ({file.error})</span>}
        </span>
        <button type="button" onClick={onContinue}>
          {t('continueRun')}
        </button>
      </div>
    );
  return (
    <div role="status" aria-live="polite">
      <p>{file.status === 'examining' ? t('examining', Math.min(done + 1, total), total) : t(file.status === 'collecting' ? 'collecting' : 'reading')}</p>
      <progress max={Math.max(1, total)} value={file.status === 'examining' ? done : undefined} />
    </div>
  );
}
