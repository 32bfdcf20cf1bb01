import { useStore } from 'zustand';
import { DraftEditor } from '../../components/appeal/draft-editor';
import { useText } from '../../components/ui/text-context';
import type { RecipientId } from '../appeal/input';
import { caseView, choose, fillPage, letterCharacters, letterText, typeLetter } from './case-view';

/** Whether anything found supports a letter about the pictures, or the merchant asks for one all the same. */
export function useWriting(): boolean {
  return useStore(caseView, (view) => (view.file?.case.assessment?.log10LR ?? 0) >= 0.3 || view.choice.evenWithoutSupport);
}

/** The letter of the case shown, in popup and panel alike; without support none is pushed, only offered. */
export function CaseLetter({ recipients, rows }: { recipients: readonly RecipientId[]; rows: number }) {
  const { t } = useText();
  const view = useStore(caseView);
  const writing = useWriting();
  if (!writing && view.file?.case.status === 'done')
    return (
      <p>
        {t('draftNone')}{' '}
        <button type="button" className="link" onClick={() => void choose({ evenWithoutSupport: true })}>
          {t('draftAnyway')}
        </button>
      </p>
    );
  return (
    <DraftEditor
      text={letterText(view)}
      onText={(typed) => void typeLetter(typed)}
      length={view.choice.length}
      onLength={(length) => void choose({ length })}
      recipient={view.choice.recipient}
      recipients={recipients}
      onRecipient={(recipient) => void choose({ recipient })}
      characters={letterCharacters(view)}
      warnings={view.draft?.warnings ?? []}
      refusal={view.refusal}
      edited={view.typed !== null}
      onReset={() => void typeLetter(null)}
      rows={rows}
    />
  );
}

/** 复制 and 填入页面; what they did is told through the view's note. */
export function LetterButtons({ text }: { text: string }) {
  const { t } = useText();
  const say = (note: string) => caseView.setState({ note });
  return (
    <>
      <button type="button" disabled={!text} onClick={() => void navigator.clipboard.writeText(text).then(() => say(t('copied')))}>
        {t('copy')}
      </button>
      <button type="button" disabled={!text} onClick={() => void fillPage().then(({ filled }) => say(t(filled ? 'filled' : 'fillNone')))}>
        {t('fill')}
      </button>
    </>
  );
}
