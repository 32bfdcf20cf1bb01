import type { ClaimFacts } from '../../case/claim';
import type { Derived, Pointed } from '../../platforms/taught/derive';
import type { TaughtRecipe } from '../../platforms/taught/taught-recipe';
import { fieldIds, type FieldId } from '../../platforms/recipe';
import { galleryOf, pictureAt, picturesOf, rectOfText, textAt, textsOf } from './targets';
import { teacherStyle } from './teacher.css';

export type Words = (key: string, ...values: (string | number)[]) => string;

export interface Lesson {
  name: string;
  learn(pointed: Pointed, name: string): Derived;
  /** Keeps the recipe and reads the page with it. @returns a sentence where it was refused. */
  keep(recipe: TaughtRecipe): Promise<string | null>;
}

type Row = 'evidence' | FieldId;
const order: readonly Row[] = ['evidence', 'orderId', ...fieldIds.filter((field) => field !== 'orderId')];

/** A fact as the claim has it, in words. */
function shown(claim: ClaimFacts, row: Row, t: Words): string | null {
  if (row === 'evidence') return claim.evidence.length > 0 ? t('teachPictures', claim.evidence.length) : null;
  if (row === 'amount') return claim.amount && `${claim.amount.currency} ${claim.amount.value}`;
  if (row === 'refundType') return claim.refundType === 'unknown' ? null : t(`type_${claim.refundType.replaceAll('-', '_')}`);
  if (row === 'appliedAt' || row === 'respondBy') return claim[row]?.slice(0, 16).replace('T', ' ') ?? null;
  return claim[row];
}

/**
 * The card with which a page is taught: a row per fact, chosen first and then pointed at. Clicks on the page are taken before the page
 * hears them; the arrow keys step through what can be chosen. Everything of ours lies in one shadow root and is gone at the end.
 */
export function openTeacher(window: Window, t: Words, lesson: Lesson): { close(): void } {
  const { document } = window;
  document.querySelector('yantu-teach')?.dispatchEvent(new CustomEvent('yantu-close'));
  const host = document.createElement('yantu-teach');
  const root = host.attachShadow({ mode: 'open' });
  const stop = new AbortController();
  const { signal } = stop;
  const pictures = new Set<Element>();
  const facts: Pointed['facts'] = {};
  let active: Row = 'evidence';
  let learnt: Derived | null = null;
  let hovered: { rect: DOMRect; text: string } | null = null;
  let stepping: { all: (Text | Element)[]; at: number } | null = null;
  let busy = false;

  const make = <K extends keyof HTMLElementTagNameMap>(tag: K, name = '', text = ''): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), { className: name, textContent: text });
  const button = (name: string, text: string, act: () => void): HTMLButtonElement => {
    const made = make('button', name, text);
    made.type = 'button';
    made.addEventListener('click', act);
    return made;
  };
  const card = make('section', 'card');
  card.setAttribute('role', 'dialog');
  card.setAttribute('aria-label', t('teachTitle'));
  const say = make('p', 'quiet');
  say.setAttribute('role', 'status');
  const name = make('input');
  name.value = lesson.name;
  name.maxLength = 40;
  name.setAttribute('aria-label', t('teachName'));
  name.addEventListener('input', () => learn());
  const rows = make('ul', 'rows');
  const keep = button('primary', t('teachKeep'), () => void finish());
  const head = make('div', 'head');
  head.append(make('h2', '', t('teachTitle')), button('', '⇄', () => card.classList.toggle('left')));
  head.lastElementChild!.setAttribute('aria-label', t('teachMove'));
  const foot = make('div', 'foot');
  foot.append(keep, button('', t('cancel'), close));
  // A click over a frame is heard by the frame alone.
  const framed = [...document.querySelectorAll('iframe, frame')].some((frame) => frame.clientWidth > 200 && frame.clientHeight > 120);
  card.append(head, make('p', 'quiet', t('teachHow')), ...(framed ? [make('p', 'quiet', t('teachFrames'))] : []), name, rows, say, foot);
  const marks = make('div', 'marks');
  root.append(make('style', '', teacherStyle), marks, card);

  function close(): void {
    stop.abort();
    host.remove();
  }

  function draw(): void {
    const claim = learnt?.reading?.claim ?? null;
    const focused = (root.activeElement as HTMLElement | null)?.dataset['key'];
    rows.replaceChildren(
      ...order.map((row) => {
        const item = make('li');
        const chosen = row === 'evidence' ? pictures.size > 0 : facts[row] !== undefined;
        const problem = learnt?.problems[row];
        const value = claim ? shown(claim, row, t) : null;
        const pointed = row === 'evidence' ? (pictures.size > 0 ? t('teachPictures', pictures.size) : null) : facts[row] === null ? t('teachAbsent') : (facts[row]?.data.trim() ?? null);
        const said = problem && problem !== 'required' ? t(`teach_${problem.replaceAll('-', '_')}`) : chosen && !value && facts[row as FieldId] !== null && claim ? t('teachUnread') : (value ?? pointed ?? t(row === 'evidence' || row === 'orderId' ? 'teachNeeded' : 'teachNot'));
        const choose = button('row', '', () => activate(row, true));
        choose.dataset['key'] = row;
        choose.setAttribute('aria-pressed', String(row === active));
        choose.append(make('b', '', t(row === 'evidence' ? 'teachEvidence' : `fact_${row}`)), make('span', problem && problem !== 'required' ? 'wrong' : chosen ? '' : 'auto', said));
        const untold = button('', row === 'evidence' || row === 'orderId' ? t('teachClear') : facts[row] === undefined ? t('teachNone') : t('teachClear'), () => {
          if (row === 'evidence') pictures.clear();
          else if (facts[row] === undefined && row !== 'orderId') facts[row] = null;
          else delete facts[row];
          learn();
        });
        untold.dataset['key'] = `${row}-none`;
        untold.setAttribute('aria-label', `${t(row === 'evidence' ? 'teachEvidence' : `fact_${row}`)} ${untold.textContent}`);
        item.append(choose, untold);
        return item;
      }),
    );
    if (focused) rows.querySelector<HTMLElement>(`[data-key="${focused}"]`)?.focus({ preventScroll: true });
    keep.disabled = busy || !learnt?.recipe || !claim;
    drawMarks();
  }

  function drawMarks(): void {
    const mark = (rect: DOMRect, look: string, label = '') => {
      const made = make('div', `mark ${look}`);
      made.dataset['name'] = label;
      Object.assign(made.style, { left: `${rect.left - 3}px`, top: `${rect.top - 3}px`, width: `${rect.width + 6}px`, height: `${rect.height + 6}px` });
      return made;
    };
    marks.replaceChildren(
      ...[...pictures].map((picture, index) => mark(picture.getBoundingClientRect(), 'chosen picture', `${t('teachEvidence')} ${index + 1}`)),
      ...(Object.entries(facts) as [FieldId, Text | null][]).flatMap(([field, node]) => (node ? [mark(rectOfText(node), 'chosen', t(`fact_${field}`))] : [])),
      ...(hovered ? [mark(hovered.rect, 'here')] : []),
    );
  }

  /** Tries on the page what was pointed at so far. */
  function learn(): void {
    learnt = pictures.size > 0 && facts.orderId ? lesson.learn({ facts, pictures: [...pictures] }, name.value.trim() || lesson.name) : null;
    const claim = learnt?.reading?.claim ?? null;
    say.textContent = learnt === null ? t(pictures.size === 0 ? 'teachPointPictures' : 'teachPointOrder') : learnt.recipe && claim ? t('teachRead') : t('teachCannot');
    draw();
  }

  function activate(row: Row, byKeyboard = false): void {
    active = row;
    stepping = null;
    hovered = null;
    if (byKeyboard) say.textContent = t('teachStep', t(row === 'evidence' ? 'teachEvidence' : `fact_${row}`));
    draw();
  }

  function choose(target: Text | Element, alone: boolean): void {
    if (target.nodeType === 3) {
      facts[active as FieldId] = target as Text;
      const next = order[order.indexOf(active) + 1];
      if (next) active = next;
    } else {
      const picture = target as Element;
      const gallery = alone ? [picture] : galleryOf(picture);
      if (pictures.has(picture)) pictures.delete(picture);
      else if (gallery.some((one) => pictures.has(one))) pictures.add(picture);
      else for (const one of gallery) pictures.add(one);
      if (pictures.size > 0 && !facts.orderId && !alone) active = 'evidence';
    }
    stepping = null;
    hovered = null;
    learn();
  }

  const targetAt = (x: number, y: number): Text | Element | null => (active === 'evidence' ? pictureAt(document, x, y, host) : textAt(document, x, y, host));
  const hover = (target: Text | Element | null): void => {
    hovered = target && { rect: target.nodeType === 3 ? rectOfText(target as Text) : (target as Element).getBoundingClientRect(), text: target.nodeType === 3 ? (target as Text).data.trim() : ((target as Element).getAttribute('alt') ?? '') };
    drawMarks();
  };

  function step(by: number): void {
    stepping ??= { all: active === 'evidence' ? picturesOf(document) : textsOf(document), at: by > 0 ? -1 : 0 };
    if (stepping.all.length === 0) return;
    stepping.at = (stepping.at + by + stepping.all.length) % stepping.all.length;
    const target = stepping.all[stepping.at]!;
    (target.nodeType === 3 ? target.parentElement : (target as Element))?.scrollIntoView({ block: 'nearest' });
    hover(target);
    say.textContent = `${stepping.at + 1}/${stepping.all.length} ${hovered?.text ?? ''}`;
  }

  async function finish(): Promise<void> {
    if (!learnt?.recipe) return;
    busy = true;
    draw();
    const refusal = await lesson.keep(learnt.recipe).catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
    busy = false;
    if (refusal === null) return close();
    say.textContent = refusal;
    draw();
  }

  const mine = (event: Event): boolean => event.composedPath().includes(host);
  const capture = { capture: true, signal };
  window.addEventListener('pointermove', (event) => !mine(event) && hover(targetAt(event.clientX, event.clientY)), capture);
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick', 'auxclick', 'click'] as const)
    window.addEventListener(
      type,
      (event) => {
        if (mine(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (type !== 'click') return;
        const target = targetAt((event as MouseEvent).clientX, (event as MouseEvent).clientY);
        if (target) choose(target, (event as MouseEvent).shiftKey);
      },
      capture,
    );
  window.addEventListener(
    'keydown',
    (event) => {
      const typing = root.activeElement === name;
      if (event.key === 'Escape' && stepping) activate(active);
      else if (event.key === 'Escape') close();
      else if (!typing && (event.key === 'ArrowDown' || event.key === 'ArrowRight')) step(1);
      else if (!typing && (event.key === 'ArrowUp' || event.key === 'ArrowLeft')) step(-1);
      else if (stepping && stepping.at >= 0 && (event.key === 'Enter' || event.key === ' ')) choose(stepping.all[stepping.at]!, event.shiftKey);
      else return mine(event) ? event.stopPropagation() : undefined;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    capture,
  );
  for (const type of ['scroll', 'resize'] as const) window.addEventListener(type, () => drawMarks(), capture);
  // What is done in the card is none of the page's business either.
  for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'dblclick', 'keyup', 'input', 'paste'] as const) host.addEventListener(type, (event) => event.stopPropagation(), { signal });
  host.addEventListener('yantu-close', close, { signal });
  document.documentElement.append(host);
  learn();
  rows.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
  return { close };
}
