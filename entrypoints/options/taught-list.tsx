import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '@/components/ui/text-context';
import { recipes } from '@/lib/platforms';
import type { TaughtRecipe } from '@/lib/platforms/taught/taught-recipe';
import { foreignHosts, maxRecipeBytes, parseRecipeFile } from '@/lib/platforms/taught/validate';
import { send } from '@/lib/runtime/protocol';
import { askToReadAlone, forgetTaught, keepTaught, mayReadAlone, originsOf, taughtRecipes } from '@/lib/runtime/taught-recipes';

/** Pages the merchant taught: what each reads, whether it is read by itself, and the way in and out as a file. */
export function TaughtList() {
  const { t } = useText();
  const [all, setAll] = useState<{ recipe: TaughtRecipe; alone: boolean }[]>([]);
  const [offered, setOffered] = useState<TaughtRecipe | null>(null);
  const [note, setNote] = useState('');
  const picker = useRef<HTMLInputElement>(null);
  const refresh = useCallback(
    () =>
      taughtRecipes()
        .then((found) => Promise.all(found.map(async (recipe) => ({ recipe, alone: await mayReadAlone(recipe) }))))
        .then(setAll),
    [],
  );
  useEffect(() => void refresh(), [refresh]);
  const changed = async () => {
    await send('background', 'taughtChanged', {}).catch(() => undefined);
    await refresh();
  };
  const read = async (file: File) => {
    try {
      setOffered(null);
      setOffered(parseRecipeFile(file.size > maxRecipeBytes ? ' '.repeat(maxRecipeBytes + 1) : await file.text()));
      setNote('');
    } catch (error) {
      setNote(error instanceof Error ? error.message : String(error));
    }
  };
  const save = (recipe: TaughtRecipe) => {
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(recipe, null, 1)}\n`], { type: 'application/json' }));
    Object.assign(document.createElement('a'), { href: url, download: `yantu-recipe-${recipe.page.host}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  };
  const take = async (recipe: TaughtRecipe) => {
    // The browser asks in this click; refused, the recipe is kept and can be allowed later.
    const asked = originsOf(recipe).length === 0 || (await askToReadAlone(recipe).catch(() => false));
    const before = (await taughtRecipes()).find((one) => one.id === recipe.id);
    await keepTaught({ ...recipe, revision: Math.max(recipe.revision, (before?.revision ?? 0) + 1) });
    setOffered(null);
    setNote(t(asked ? 'taughtImported' : 'taughtImportedOnly', recipe.name));
    await changed();
  };
  return (
    <section className="stack">
      <h2>{t('taughtTitle')}</h2>
      <p className="quiet small">{t('taughtHelp')}</p>
      {all.map(({ recipe, alone }) => (
        <div key={recipe.id} className="panel stack" data-taught={recipe.id}>
          <div className="row spread">
            <b className="break">{recipe.name}</b>
            <span className="small quiet">{t('taughtNote', recipe.taughtOn, recipe.revision)}</span>
          </div>
          <p className="mono break">
            https://{recipe.page.host}
            {recipe.page.path}
          </p>
          <p className="small quiet">{alone ? t('taughtAlone') : t('taughtOnClick')}</p>
          <div className="row">
            {!alone && (
              <button type="button" onClick={() => void askToReadAlone(recipe).then(changed)}>
                {t('taughtAllow')}
              </button>
            )}
            <button type="button" onClick={() => save(recipe)}>
              {t('taughtExport')}
            </button>
            <button type="button" onClick={() => globalThis.confirm(t('taughtConfirm', recipe.name)) && void forgetTaught(recipe.id).then(changed)}>
              {t('remove')}
            </button>
          </div>
        </div>
      ))}
      {all.length === 0 && <p className="quiet small">{t('taughtNone')}</p>}
      {offered && (
        <div className="notice stack" role="group" aria-label={t('taughtOffer', offered.name)}>
          <b>{t('taughtOffer', offered.name)}</b>
          <dl className="facts">
            <dt>{t('taughtPage')}</dt>
            <dd className="mono">
              https://{offered.page.host}
              {offered.page.path}
            </dd>
            <dt>{t('taughtHosts')}</dt>
            <dd className="mono">{offered.imageHosts.join(' ')}</dd>
          </dl>
          {foreignHosts(offered, recipes).length > 0 && <p className="small">{t('taughtForeign', foreignHosts(offered, recipes).join(' '))}</p>}
          <div className="row">
            <button type="button" className="primary" onClick={() => void take(offered)}>
              {t('taughtTake')}
            </button>
            <button type="button" onClick={() => setOffered(null)}>
              {t('cancel')}
            </button>
          </div>
        </div>
      )}
      <div>
        <button type="button" onClick={() => picker.current?.click()}>
          {t('taughtImport')}
        </button>
        <input
          ref={picker}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={t('taughtImport')}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) void read(file);
            event.target.value = '';
          }}
        />
      </div>
      <p role="status" aria-live="polite" className="small">
        {note}
      </p>
    </section>
  );
}
