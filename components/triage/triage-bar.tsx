import { useState } from 'react';
import { textKey, useText } from '../ui/text-context';
import type { TriageItem } from './triage-item';

interface Props {
  items: readonly TriageItem[];
  /** Rows of the list in view, null where it could not be read, undefined where the tab shows no list. */
  list: { rows: number | null; total: number | null } | undefined;
  resting: string | null;
  openDetails: boolean;
  onStart: (openDetails: boolean) => void;
  onPause: () => void;
  onResume: (openDetails: boolean) => void;
  onCancel: () => void;
  onRetry: () => void;
  onClear: () => void;
}

const open: readonly TriageItem['state'][] = ['waiting', 'detail', 'opening', 'examining'];

/** Start, pause, go on, give up; how far the queue has got, and what it may open. */
export function TriageBar({ items, list, resting, openDetails, onStart, onPause, onResume, onCancel, onRetry, onClear }: Props) {
  const { t } = useText();
  const [allowed, setAllowed] = useState(openDetails);
  const queued = items.filter((item) => item.state !== null);
  const unfinished = queued.filter((item) => open.includes(item.state));
  const needPage = unfinished.filter((item) => item.state === 'detail');
  const failed = queued.filter((item) => item.state === 'failed');
  const fresh = items.filter((item) => item.onPage && item.state === null);
  const freshPages = fresh.filter((item) => item.row.evidence.length === 0);
  // Only requests whose pages were not allowed are left: nothing is under way.
  const idle = unfinished.length > 0 && unfinished.length === needPage.length && !openDetails;
  const busy = unfinished.length > 0 && resting === null && !idle;
  const asks = needPage.length > 0 || freshPages.length > 0;
  const done = queued.length - unfinished.length;
  return (
    <section className="stack" aria-label={t('triageTitle')}>
      {list !== undefined && (
        <p className="quiet small">
          {list.rows === null ? t('listUnread') : list.total !== null && list.total > list.rows ? t('listPartly', list.rows, list.total) : t('listRead', list.rows)}
        </p>
      )}
      {queued.length > 0 && unfinished.length > 0 && (
        <div role="status" aria-live="polite">
          <p>{resting !== null ? t(textKey('triageRest', resting)) : idle ? t('triageNeedPages', needPage.length) : t('triageProgress', done, queued.length)}</p>
          <progress max={queued.length} value={done} aria-label={t('triageTitle')} />
        </div>
      )}
      {queued.length > 0 && unfinished.length === 0 && (
        <p role="status" aria-live="polite">
          {t('triageDone', queued.length - failed.length, failed.length)}
        </p>
      )}
      {asks && !(busy && openDetails) && (
        <label className="row" style={{ flexWrap: 'nowrap', alignItems: 'start' }}>
          <input type="checkbox" checked={allowed} onChange={(event) => setAllowed(event.target.checked)} />
          <span>
            {t('allowDetails', Math.max(needPage.length, freshPages.length))}
            <span className="quiet small" style={{ display: 'block' }}>
              {t('allowDetailsHow')}
            </span>
          </span>
        </label>
      )}
      <div className="row">
        {fresh.length > 0 && (
          <button type="button" className="primary" onClick={() => onStart(allowed)}>
            {t('triageStart', fresh.length)}
          </button>
        )}
        {busy && (
          <button type="button" onClick={onPause}>
            {t('triagePause')}
          </button>
        )}
        {unfinished.length > 0 && (resting !== null || (idle && allowed) || (busy && needPage.length > 0 && allowed && !openDetails)) && (
          <button type="button" className={fresh.length > 0 ? '' : 'primary'} onClick={() => onResume(allowed)}>
            {t('triageResume')}
          </button>
        )}
        {unfinished.length > 0 && (
          <button type="button" onClick={onCancel}>
            {t('triageCancel')}
          </button>
        )}
        {failed.length > 0 && (
          <button type="button" onClick={onRetry}>
            {t('triageRetry', failed.length)}
          </button>
        )}
        {done > 0 && unfinished.length === 0 && (
          <button type="button" onClick={onClear}>
            {t('triageClear')}
          </button>
        )}
      </div>
    </section>
  );
}
