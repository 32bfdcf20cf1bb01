import { useEffect, useState } from 'react';
import { useText } from '../../components/ui/text-context';
import type { Case } from '../case/case';
import type { TaughtRecipe } from '../platforms/taught/taught-recipe';
import { readAgain, tabInView } from './case-view';
import { send } from './protocol';
import { askToReadAlone, mayReadAlone, taughtRecipes } from './taught-recipes';

/** Opens the teacher on the page in front; the popup makes room for it. */
export function TeachButton({ onOpen }: { onOpen?: () => void }) {
  const { t } = useText();
  const [failed, setFailed] = useState(false);
  const teach = async () => {
    const tabId = await tabInView();
    const { opened } = tabId === null ? { opened: false } : await send('background', 'teachPage', { tabId });
    setFailed(!opened);
    if (opened) onOpen?.();
  };
  return (
    <>
      <button type="button" onClick={() => void teach()}>
        {t('teachButton')}
      </button>
      {failed && (
        <p role="status" className="small">
          {t('teachNotAllowed')}
        </p>
      )}
    </>
  );
}

/** A case read by a taught recipe whose hosts the browser does not know yet: one click lets it be read by itself from now on. */
export function TaughtNotice({ file }: { file: Case }) {
  const { t } = useText();
  const [recipe, setRecipe] = useState<TaughtRecipe | null>(null);
  const id = file.claim.recipe?.taught?.id;
  useEffect(() => {
    if (id === undefined) return;
    void taughtRecipes().then(async (all) => {
      const found = all.find((one) => one.id === id);
      if (found && !(await mayReadAlone(found))) setRecipe(found);
    });
  }, [id]);
  if (!recipe || recipe.id !== id) return null;
  const allow = async () => {
    if (!(await askToReadAlone(recipe))) return;
    await send('background', 'taughtChanged', {});
    setRecipe(null);
    await readAgain();
  };
  return (
    <section className="notice stack">
      <p>{t('taughtAsk', recipe.page.host)}</p>
      <div>
        <button type="button" onClick={() => void allow()}>
          {t('taughtAllow')}
        </button>
      </div>
    </section>
  );
}
