import { recipes } from '../../platforms';
import { deriveRecipe, type Derived } from '../../platforms/taught/derive';
import { onlyHere } from '../../platforms/taught/page-plan';
import { readWithTaught, taughtAt } from '../../platforms/taught/read-with-taught';
import { platformOfHost } from '../../platforms/taught/taught-recipe';
import { inOffset } from '../../platforms/times';
import { handOver, renamed } from '../hand-over';
import { send } from '../protocol';
import { taughtRecipes } from '../taught-recipes';
import { openTeacher, type Words } from './teacher';

const randomId = (): string => [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Chinese back-ends show Beijing time wherever they are opened; of others nothing is known but where the merchant sits. */
function offsetOf(document: Document): string {
  if (/\p{Script=Han}{2}/u.test(document.body?.innerText.slice(0, 4000) ?? '')) return '+08:00';
  const minutes = -new Date().getTimezoneOffset();
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}:${String(Math.abs(minutes) % 60).padStart(2, '0')}`;
}

/** Opens the teacher on this page. What is learnt is tried at once on the page; when it is kept, the page is read with it. */
export async function teachHere(window: Window, t: Words): Promise<void> {
  const { document } = window;
  const url = window.location.href;
  const base = platformOfHost(recipes, window.location.hostname);
  // The same kind of page taught again is the next revision of the same recipe.
  const before = taughtAt(await taughtRecipes(), url)[0];
  const [id, revision] = [before?.id ?? randomId(), (before?.revision ?? 0) + 1];
  const offset = base?.offset ?? offsetOf(document);
  const now = () => inOffset(Date.now(), offset);
  openTeacher(window, t, {
    name: before?.name ?? base?.name.zh ?? window.location.hostname.replace(/^(?:www|seller|shop|store|mms)\./, ''),
    learn: (pointed, name): Derived => deriveRecipe(document, pointed, { url, at: now(), base, name, id, revision, taughtOn: now().slice(0, 10), offset }),
    async keep(recipe) {
      const { refusal } = await send('background', 'recipeTaught', { recipe });
      if (refusal !== null) return refusal;
      const reading = readWithTaught(document, url, now(), [recipe]);
      const names = await handOver(onlyHere(reading).map((address) => [address, address]), new Map());
      await send('background', 'claimRead', { reading: renamed(reading, names), url });
      return null;
    },
  });
}
