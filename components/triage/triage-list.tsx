import { memo, useState } from 'react';
import { bands, type Band } from '../../lib/case/assessment';
import { bandText } from '../../lib/scoring/band-text';
import { isRaised } from '../../lib/scoring/bands';
import { textKey, useText } from '../ui/text-context';
import { TimeLeft, useNow } from '../ui/time-left';
import { everyItem, sortItems, triageOrders, triageShows, type TriageFilter, type TriageItem } from './triage-item';

/** Drawn again only where its own request changed, or with the time: of a queue, one line in hundreds changes. */
const Line = memo(function Line({ item, now, onOpen, onOpenPage }: { item: TriageItem; now: number; onOpen: (id: string) => void; onOpenPage: (url: string) => void }) {
  const { t, language } = useText();
  const number = item.row.afterSaleId ?? item.row.orderId ?? '';
  const state = item.band !== null ? bandText[language][item.band] : item.state === null ? t('triageState_idle') : t(textKey('triageState', item.state));
  return (
    <li className="panel triage-line">
      <div className="row spread">
        {item.hasCase ? (
          <button type="button" className="link" onClick={() => onOpen(item.id)}>
            {t('afterSale')} <span className="mono">{number}</span>
          </button>
        ) : (
          <span>
            {t('afterSale')} <span className="mono">{number}</span>
          </span>
        )}
        <span className={isRaised(item.band) ? 'triage-band raised' : 'triage-band'}>
          <i className={`mark ${item.state === 'failed' ? 'failed' : isRaised(item.band) ? 'suspicious' : item.band !== null ? 'consistent' : ''}`} aria-hidden="true" /> {state}
        </span>
      </div>
      <p className="small row">
        <TimeLeft until={item.row.respondBy} now={now} />
        <span>{item.row.amount !== null ? `¥${item.row.amount.value}` : t('noAmount')}</span>
        {item.row.refundType !== 'unknown' && <span>{t(textKey('type', item.row.refundType))}</span>}
        {item.row.reason !== null && <span className="quiet">{item.row.reason}</span>}
      </p>
      {item.state === 'failed' && item.problem !== null && (
        <p className="small problem">
          {t(textKey('triageProblem', item.problem))} {item.said}
        </p>
      )}
      {(item.state === 'failed' || item.state === 'detail') && item.row.detailUrl !== null && (
        <button type="button" className="link small" onClick={() => onOpenPage(item.row.detailUrl!)}>
          {t('openRequestPage')} ↗
        </button>
      )}
    </li>
  );
});

/** Requests of the queue and of the page in view: by deadline, band or amount. */
export function TriageList({ items, onOpen, onOpenPage }: { items: readonly TriageItem[]; onOpen: (id: string) => void; onOpenPage: (url: string) => void }) {
  const { t, language } = useText();
  const [filter, setFilter] = useState<TriageFilter>(everyItem);
  const now = useNow(30_000);
  const shown = sortItems(items, filter);
  return (
    <>
      <div className="row" role="search" aria-label={t('triageList')}>
        <label className="row small">
          {t('orderBy')}
          <select value={filter.order} onChange={(event) => setFilter({ ...filter, order: event.target.value as TriageFilter['order'] })}>
            {triageOrders.map((order) => (
              <option key={order} value={order}>
                {t(textKey('triageOrder', order))}
              </option>
            ))}
          </select>
        </label>
        <label className="row small">
          {t('bandAtLeast')}
          <select value={filter.band} onChange={(event) => setFilter({ ...filter, band: event.target.value as Band })}>
            {bands.map((band) => (
              <option key={band} value={band}>
                {band === 'none' ? t('allBands') : `≥ ${bandText[language][band]}`}
              </option>
            ))}
          </select>
        </label>
        <label className="row small">
          {t('triageShow')}
          <select value={filter.show} onChange={(event) => setFilter({ ...filter, show: event.target.value as TriageFilter['show'] })}>
            {triageShows.map((show) => (
              <option key={show} value={show}>
                {t(textKey('triageShow', show))}
              </option>
            ))}
          </select>
        </label>
        <input type="search" placeholder={t('search')} aria-label={t('search')} value={filter.words} onChange={(event) => setFilter({ ...filter, words: event.target.value })} />
      </div>
      <p className="small quiet" role="status" aria-live="polite">
        {t('triageShown', shown.length, items.length)}
      </p>
      <ul className="notes stack">
        {shown.map((item) => (
          <Line key={item.id} item={item} now={now} onOpen={onOpen} onOpenPage={onOpenPage} />
        ))}
      </ul>
    </>
  );
}
