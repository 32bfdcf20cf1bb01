import { useText } from '../ui/text-context';

export interface CitationChip {
  id: string;
  title: string;
  article: string;
  quote: string;
  source: string;
}

/** One chip per cited article; opening it shows the text as quoted and where it was read. */
export function CitationChips({ citations, onLeaveOut }: { citations: readonly CitationChip[]; onLeaveOut?: (id: string) => void }) {
  const { t } = useText();
  if (citations.length === 0) return null;
  return (
    <section>
      <h3>{t('citations')}</h3>
      <ul className="chips">
        {citations.map((citation) => (
          <li key={citation.id}>
            <details>
              <summary>
                《{citation.title}》{citation.article}
              </summary>
              <blockquote>{citation.quote}</blockquote>
              <p className="quiet small break">{citation.source}</p>
              {onLeaveOut && (
                <button type="button" onClick={() => onLeaveOut(citation.id)}>
                  {t('leaveOut')}
                </button>
              )}
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
