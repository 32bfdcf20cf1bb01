import type { Case } from '../case/case';
import { bandText } from '../scoring/band-text';
import { isRaised } from '../scoring/bands';
import { interfaceLanguage, interfaceText } from './interface-text';
import type { MarkFace, RowMark } from './protocol';
import type { TriageRow } from './triage/queue';

type Language = 'zh' | 'en';
const joined = (...parts: (string | null)[]): string => parts.filter((part) => part !== null && part !== '').join(' · ');

/** What the chip on a refund page says; neutral until the pictures are examined. */
export function caseFace(file: Case, language: Language = interfaceLanguage()): MarkFace {
  const t = interfaceText(language);
  const { done, total } = file.progress;
  const name = t('markName');
  if (file.status === 'interrupted') return { text: joined(name, t('markInterrupted')), look: '' };
  if (file.status === 'examining') return { text: joined(name, t('examining', done, total).replaceAll(' / ', '/')), look: 'busy' };
  if (file.status !== 'done') return { text: joined(name, t('markCollecting')), look: 'busy' };
  const band = file.assessment?.band ?? null;
  return { text: joined(name, band === null ? t('triageState_done') : bandText[language][band], t('markPictures', total)), look: isRaised(band) ? 'raised' : '' };
}

export function changedFace(language: Language = interfaceLanguage()): MarkFace {
  const t = interfaceText(language);
  return { text: joined(t('markName'), t('markChanged')), look: '' };
}

/** `12-01 20:45`: in the page's own clock, and no time left, which would go stale on a page that stays open. */
const dayAndTime = (iso: string): string => iso.slice(5, 16).replace('T', ' ');

/** What the chip beside a row of a list says: its band once examined, and until when to answer. */
export function rowMark(id: string, queued: Pick<TriageRow, 'state' | 'row'> | undefined, file: Case | undefined, language: Language = interfaceLanguage()): RowMark {
  const t = interfaceText(language);
  const examined = file?.status === 'done' && (file.assessment?.examined ?? 0) > 0;
  const band = examined ? (file.assessment?.band ?? null) : null;
  const state = examined ? 'done' : (queued?.state ?? 'examining');
  const until = queued?.row.respondBy ?? file?.claim.respondBy ?? null;
  const text = joined(t('markName'), band === null ? t(`triageState_${state.replaceAll('-', '_')}`) : bandText[language][band], until === null ? null : t('markBy', dayAndTime(until)));
  return { id, text, look: state === 'examining' || state === 'opening' ? 'busy' : isRaised(band) ? 'raised' : '', label: t('markRow', text, id.slice(id.indexOf(':') + 1)) };
}
