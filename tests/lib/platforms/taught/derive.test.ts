import { describe, expect, it } from 'vitest';
import { deriveRecipe } from '../../../../lib/platforms/taught/derive';
import { readWithTaught } from '../../../../lib/platforms/taught/read-with-taught';
import { kitNames, kits } from '../../../fixtures/pages/kits';
import { recipeOf } from '../../../../lib/platforms';
import { shownBy } from '../../../../lib/platforms/image-address';
import { readTree } from '../../../../lib/platforms/page-tree';
import { readTaughtRecipe } from '../../../../lib/platforms/taught/validate';
import { goodsCard, invented, pairsOf as pairsOfPlatform } from '../../../fixtures/pages/claims';
import { addressOfPage, context, expected, first, open, page, pairsOf, pointAt, second, words } from './teach';

const read = (document: Document, claim: typeof first, recipe: NonNullable<ReturnType<typeof deriveRecipe>['recipe']>) => readWithTaught(document, addressOfPage(claim), '2026-04-12T10:00:00+08:00', [recipe], { parseFrame: open });

describe('taught on one page, another page of the same kind is read', () => {
  it.each(kitNames.filter((kit) => kit !== 'frame' && kit !== 'element-vertical'))('%s', (kit) => {
    const document = page(kits[kit](pairsOf(first)));
    const { recipe, reading, problems } = deriveRecipe(document, pointAt(document, first), context(first));
    expect(problems).toEqual({});
    expect(reading!.claim).toEqual(expected(first));
    const next = read(page(kits[kit](pairsOf(second))), second, recipe!);
    expect(next).toEqual({ platform: null, page: 'refund-detail', claim: expected(second), mismatches: [], taught: { id: '0123456789ab', revision: 1 } });
  });
});

it('rows of labels and rows of values in turn, of cells all alike, cannot be told apart before their words are known: that is said', () => {
  const document = page(kits['element-vertical'](pairsOf(first)));
  expect(deriveRecipe(document, pointAt(document, first), context(first)).problems).toMatchObject({ amount: 'no-label', reason: 'no-label' });
});

const table = (claim: typeof first, rename: Record<string, string> = {}) => page(kits['plain-table'](pairsOf(claim).map(([label, value]) => [rename[label] ?? label, value])));
const taught = () => {
  const document = table(first);
  return deriveRecipe(document, pointAt(document, first), context(first)).recipe!;
};

describe('what a taught recipe may and may not do', () => {
  it('what was learnt passes our own check of foreign recipes', () => {
    const recipe = taught();
    expect(readTaughtRecipe(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe);
    expect(recipe).toMatchObject({ page: { host: 'seller.unheard-mall.com', path: '/service/dispute/*', query: ['no'], hash: null }, numbers: { orderId: 'no' }, shapes: { orderId: 'A{2}9{14}' }, imageHosts: ['*.unheard-cdn.com'], evidence: { labels: [words.evidence], places: [] } });
  });

  it('on a page of thousands of elements its words are found as well', () => {
    const large = page(`<div>${'<p>日常</p>'.repeat(3000)}</div><ul>${pairsOf(second).map(([label, value]) => `<li><i>${label}</i><u>${value}</u></li>`).join('')}</ul>`);
    expect(read(large, second, taught()).claim).toEqual(expected(second));
  });

  it('a label that is gone leaves its field empty, and nothing takes its place', () => {
    const reading = read(table(second, { [words.reason]: '其他说法', [words.amount]: '合计' }), second, taught());
    expect(reading.claim).toEqual({ ...expected(second), reason: null, amount: null });
  });

  it('without the order number there is no claim, and it is named', () => {
    const changed = addressOfPage(second).replace(`no=${second.orderId}`, 'no=1');
    const reading = readWithTaught(table(second, { [words.orderId]: '其他号码' }), changed, '2026-04-12T10:00:00+08:00', [taught()]);
    expect(reading.claim).toBeNull();
    expect(reading.mismatches.map((one) => one.field)).toEqual(['orderId']);
  });

  it('a page that shows no pictures under the heading says so', () => {
    const reading = read(table({ ...second, pictures: [] }, { [words.evidence]: '影像' }), second, taught());
    expect(reading.claim!.evidence).toEqual([]);
    expect(reading.mismatches.map((one) => one.field)).toEqual(['evidence']);
  });

  it('pictures from other hosts than those taught are not taken', () => {
    const strange = { ...second, pictures: ['https://localhost/x.jpg', 'https://tracker.example.com/p.jpg', second.pictures[0]!] };
    const reading = read(table(strange), strange, taught());
    expect(reading.claim!.evidence.map((image) => image.displayed)).toEqual([second.pictures[0]]);
    expect(reading.mismatches.map((one) => one.field)).toEqual(['evidence']);
  });

  it('a fact the merchant says is not on the page is never read, though a common label stands there', () => {
    const document = page(kits['plain-table']([...pairsOf(first), ['售后状态', '待商家处理']]));
    const pointed = pointAt(document, first);
    const plain = deriveRecipe(document, pointed, context(first));
    expect(plain.reading!.claim!.status).toBe('待商家处理');
    expect(deriveRecipe(document, { ...pointed, facts: { ...pointed.facts, status: null } }, context(first)).reading!.claim!.status).toBeNull();
  });

  it('names what cannot be learnt instead of guessing', () => {
    const document = page(`<p>${first.orderId}</p>${kits['plain-table'](pairsOf(first))}`);
    const pointed = pointAt(document, first, ['orderId', 'amount']);
    const none = deriveRecipe(document, { facts: {}, pictures: [] }, context(first));
    expect(none).toMatchObject({ recipe: null, problems: { orderId: 'required', evidence: 'required' } });
    const some = deriveRecipe(document, { ...pointed, pictures: [pointed.pictures[0]!, document.querySelector('footer img')!] }, context(first));
    expect(some.recipe).toBeNull();
    expect(some.problems.evidence).toBe('not-one-group');
    const words = deriveRecipe(document, { ...pointed, facts: { ...pointed.facts, orderId: document.querySelector('h2')!.firstChild as Text } }, context(first));
    expect(words.problems.orderId).toBe('no-number');
  });
});

describe('where ours breaks, the merchant’s takes over', () => {
  const claim = invented.pinduoduo;
  const renamed = pairsOfPlatform(claim).map(([label, value]): [string, string] => [label === claim.labels.evidence ? '随附影像' : label, value]);
  const document = () => page(`${kits.beast(renamed)}${goodsCard(claim)}`);

  it('only then', () => {
    const broken = readWithTaught(document(), claim.url, claim.at, []);
    expect(broken.mismatches.map((one) => one.field)).toEqual(['evidence']);
    const shown = document();
    const order = [...shown.querySelectorAll('span')].find((one) => one.textContent === claim.shown.orderId)!.firstChild as Text;
    const seen = readTree(shown).lines.flatMap((line) => line.pieces).flatMap((piece) => (piece.kind === 'image' ? [piece] : []));
    const pictures = claim.evidence.map((image) => seen.find((piece) => shownBy(piece, claim.url)?.displayed === image.displayed)!.element);
    const { recipe, problems } = deriveRecipe(shown, { facts: { orderId: order }, pictures }, { ...context(first), url: claim.url, at: claim.at, base: recipeOf('pinduoduo') });
    expect(problems).toEqual({});
    const reading = readWithTaught(document(), claim.url, claim.at, [recipe!]);
    expect(reading).toMatchObject({ platform: 'pinduoduo', mismatches: [], taught: { id: '0123456789ab' } });
    expect(reading.claim).toEqual({ ...claim.read, evidence: claim.evidence, listing: claim.listing });
    // Where ours reads all, ours is used.
    const whole = page(`${kits.beast(pairsOfPlatform(claim))}${goodsCard(claim)}`);
    expect(readWithTaught(whole, claim.url, claim.at, [recipe!]).taught).toBeUndefined();
  });
});
