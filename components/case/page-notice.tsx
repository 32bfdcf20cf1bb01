import { useText } from '../ui/text-context';

interface Props {
  mismatches: { field: string; message: string }[];
  onReadAgain: () => void;
  /** The claim itself was read; only something beside it was not. */
  partly?: boolean;
}

/** A changed page is said to be one: what is missing, and what still works. */
export function PageNotice({ mismatches, onReadAgain, partly }: Props) {
  const { t } = useText();
  if (mismatches.length === 0) return null;
  return (
    <section className="notice stack" role="alert">
      <h2>{t(partly ? 'partlyRead' : 'pageChanged')}</h2>
      <ul>
        {mismatches.map((one) => (
          <li key={one.field + one.message}>{one.message}</li>
        ))}
      </ul>
      <div>
        <button type="button" onClick={onReadAgain}>
          {t('readAgain')}
        </button>
      </div>
    </section>
  );
}
