import { memo, useRef, useState } from 'react';
import { bands, type Band } from '../../lib/case/assessment';
import type { Case } from '../../lib/case/case';
import { claimNumber } from '../../lib/case/claim';
import { bandText } from '../../lib/scoring/band-text';
import { fileSize } from '../ui/file-size';
import { textKey, useText } from '../ui/text-context';
import { TimeLeft, useNow } from '../ui/time-left';
import { everyCase, filterCases } from './case-filter';

interface Props {
  cases: Case[];
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
  onExport: () => void;
  onImport: (file: File) => void;
  note: string | null;
  /** Bytes used and allowed, and for how many days cases are kept; null until known. */
  room: { used: number; allowed: number; days: number } | null;
}

/** Drawn again only where its own case changed, or with the time. */
const Line = memo(function Line({ one, now, onOpen, onDelete }: { one: Case; now: number; onOpen: (id: string) => void; onDelete: (id: string) => void }) {
  const { t, language } = useText();
  const number = claimNumber(one.claim);
  const name = number === null ? `${t('manualCase')} ${new Date(one.createdAt).toLocaleString()}` : `${one.claim.platform === 'manual' ? (one.claim.recipe?.taught?.name ?? t('platformOther')) : t(textKey('platform', one.claim.platform))} ${number}`;
  return (
    <li className="panel row spread">
      <button type="button" className="link" onClick={() => onOpen(one.id)}>
        {name}
      </button>
      <span className="small">
        {one.assessment ? bandText[language][one.assessment.band] : '…'} {(one.claim.respondBy || one.claim.recipe) && <TimeLeft until={one.claim.respondBy} now={now} />}
      </span>
      <button type="button" onClick={() => globalThis.confirm(t('confirmDelete')) && onDelete(one.id)} aria-label={`${t('deleteCase')} ${name}`}>
        {t('deleteCase')}
      </button>
    </li>
  );
});

/** Every case on this device: search, filter, order, and the way in and out as one file. */
export function CaseList({ cases, onOpen, onDelete, onExport, onImport, note, room }: Props) {
  const { t, language } = useText();
  const [filter, setFilter] = useState(everyCase);
  const picker = useRef<HTMLInputElement>(null);
  const shown = filterCases(cases, filter);
  const now = useNow(30_000);
  const platforms = [...new Set(cases.map((one) => one.claim.platform))];
  return (
    <>
      <div className="row" role="search">
        <input type="search" placeholder={t('search')} aria-label={t('search')} value={filter.words} onChange={(event) => setFilter({ ...filter, words: event.target.value })} />
        <select aria-label={t('platformsOn')} value={filter.platform} onChange={(event) => setFilter({ ...filter, platform: event.target.value })}>
          <option value="">{t('allPlatforms')}</option>
          {platforms.map((platform) => (
            <option key={platform} value={platform}>
              {t(textKey('platform', platform))}
            </option>
          ))}
        </select>
        <select aria-label={t('bandAtLeast')} value={filter.band} onChange={(event) => setFilter({ ...filter, band: event.target.value as Band })}>
          {bands.map((band) => (
            <option key={band} value={band}>
              {band === 'none' ? t('allBands') : `≥ ${bandText[language][band]}`}
            </option>
          ))}
        </select>
        <select aria-label={t('orderBy')} value={filter.order} onChange={(event) => setFilter({ ...filter, order: event.target.value as 'latest' | 'deadline' })}>
          <option value="latest">{t('orderLatest')}</option>
          <option value="deadline">{t('orderDeadline')}</option>
        </select>
      </div>
      {shown.length === 0 && <p className="quiet">{t('noCases')}</p>}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }} className="stack">
        {shown.map((one) => (
          <Line key={one.id} one={one} now={now} onOpen={onOpen} onDelete={onDelete} />
        ))}
      </ul>
      <div className="row">
        <button type="button" disabled={cases.length === 0} onClick={onExport}>
          {t('exportLibrary')}
        </button>
        <button type="button" onClick={() => picker.current?.click()}>
          {t('importLibrary')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".zip"
          hidden
          aria-label={t('importLibrary')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onImport(file);
            event.target.value = '';
          }}
        />
      </div>
      <p role="status" aria-live="polite" className="small">
        {note}
      </p>
      {room && <p className="small quiet">{room.days > 0 ? t('storageHere', fileSize(room.used), fileSize(room.allowed), room.days) : t('storageHereKept', fileSize(room.used), fileSize(room.allowed))}</p>}
      <p className="small quiet">{t('libraryWithout')}</p>
    </>
  );
}
