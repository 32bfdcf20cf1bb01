import { useStore } from 'zustand';
import { CitationChips } from '@/components/appeal/citation-chips';
import { LetterSwitches } from '@/components/appeal/letter-switches';
import { useText } from '@/components/ui/text-context';
import { grounds } from '@/lib/appeal/grounds';
import type { CaseFile } from '@/lib/case/case';
import { knownOrderId } from '@/lib/case/claim';
import { CaseLetter, LetterButtons } from '@/lib/runtime/case-letter';
import { caseView, choose, letterText } from '@/lib/runtime/case-view';
import { citationsIn, panelRecipients } from '@/lib/runtime/draft-for-case';
import { CaseDeadlines } from './case-deadlines';
import { TypedClaim } from './typed-claim';

/** The letter: recipient, length, text, what it cites, and what the merchant should know before sending it. */
export function AppealTab({ file }: { file: CaseFile }) {
  const { t } = useText();
  const view = useStore(caseView);
  const text = letterText(view);
  // Without an order number no letter can be sent: asked for first, and out of the way once it is there.
  const known = knownOrderId(file.case.claim) !== null;
  return (
    <>
      {!known && <TypedClaim file={file.case} />}
      <CaseLetter recipients={panelRecipients} rows={14} />
      <div className="row">
        <LetterButtons text={text} />
        <span role="status" aria-live="polite" className="small">
          {view.note}
        </span>
      </div>
      <CitationChips citations={citationsIn(view.draft, text)} onLeaveOut={view.typed === null ? (id) => void choose({ citationsOff: [...view.choice.citationsOff, id] }) : undefined} />
      {view.choice.citationsOff.length > 0 && (
        <button type="button" onClick={() => void choose({ citationsOff: [] })}>
          {t('takeBack')}
        </button>
      )}
      <LetterSwitches
        grounds={grounds}
        groundsOff={view.choice.groundsOff}
        onGrounds={(groundsOff) => void choose({ groundsOff })}
        conduct={view.choice.conduct}
        onConduct={(conduct) => void choose({ conduct })}
        decided={view.choice.decided}
        onDecided={(decided) => void choose({ decided })}
      />
      {known && <TypedClaim file={file.case} />}
      <CaseDeadlines file={file.case} />
      {(view.draft?.advice.length ?? 0) > 0 && (
        <section className="notice">
          <h3>{t('advice')}</h3>
          <ul>
            {view.draft!.advice.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
