import { useStore } from 'zustand';
import { CitationChips } from '@/components/appeal/citation-chips';
import { LetterSwitches } from '@/components/appeal/letter-switches';
import { DraftEditor } from '@/components/appeal/draft-editor';
import { ClaimTable } from '@/components/case/claim-table';
import { useText } from '@/components/ui/text-context';
import { grounds } from '@/lib/appeal/grounds';
import type { CaseFile } from '@/lib/case/case';
import { caseView, choose, fillPage, letterCharacters, letterText, typeLetter } from '@/lib/runtime/case-view';
import { citationsIn, panelRecipients } from '@/lib/runtime/draft-for-case';

/** The letter: recipient, length, text, what it cites, and what the merchant should know before sending it. */
export function AppealTab({ file }: { file: CaseFile }) {
  const { t } = useText();
  const view = useStore(caseView);
  const text = letterText(view);
  const say = (note: string) => caseView.setState({ note });
  const supported = (file.case.assessment?.log10LR ?? 0) >= 0.3;
  return (
    <>
      <ClaimTable claim={file.case.claim} />
      {!supported && !view.choice.evenWithoutSupport && file.case.status === 'done' ? (
        <p>
          {t('draftNone')}{' '}
          <button type="button" className="link" onClick={() => void choose({ evenWithoutSupport: true })}>
            {t('draftAnyway')}
          </button>
        </p>
      ) : (
        <DraftEditor
          text={text}
          onText={(typed) => void typeLetter(typed)}
          length={view.choice.length}
          onLength={(length) => void choose({ length })}
          recipient={view.choice.recipient}
          recipients={panelRecipients}
          onRecipient={(recipient) => void choose({ recipient })}
          characters={letterCharacters(view)}
          warnings={view.draft?.warnings ?? []}
          refusal={view.refusal}
          edited={view.typed !== null}
          onReset={() => void typeLetter(null)}
          rows={14}
        />
      )}
      <div className="row">
        <button type="button" disabled={!text} onClick={() => void navigator.clipboard.writeText(text).then(() => say(t('copied')))}>
          {t('copy')}
        </button>
        <button type="button" disabled={!text} onClick={() => void fillPage().then(({ filled }) => say(t(filled ? 'filled' : 'fillNone')))}>
          {t('fill')}
        </button>
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
