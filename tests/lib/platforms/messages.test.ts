import { expect, it } from 'vitest';
import { jd } from '../../../lib/platforms/jd/recipe';
import { inEnglish, missing, noEvidence, problem, refusedImages, stale } from '../../../lib/platforms/messages';
import { leftOut } from '../../../lib/runtime/claim-validation';
import { invented } from '../../fixtures/pages/claims';

const claim = { ...invented.jd.read, evidence: invented.jd.evidence, listing: [] };

it.each([
  [missing(jd, 'orderId'), /^The order number was not found/],
  [noEvidence(jd), /^The buyer’s pictures were not found/],
  [problem(jd, 'respondBy', 'undated'), /deadline cannot be told/],
  [problem(jd, 'amount', 'conflict'), /different answers for the refund amount/],
  [problem(jd, 'appliedAt', 'unreadable'), /^The time of the request is there but/],
  [stale(jd, 'afterSaleId'), /^The after-sale number on the page is not the one in its address/],
  [refusedImages(11), /^11 pictures lie outside/],
  [leftOut({ evidence: Array.from({ length: 500 }, () => ({})) }, { ...claim, evidence: claim.evidence.slice(0, 2) })[0]!, /lists 500 .* 2 were taken/],
])('%o in English', (mismatch, sentence) => {
  expect(inEnglish(mismatch)).toMatch(sentence);
  expect(inEnglish(mismatch)).not.toMatch(/\p{Script=Han}/u);
});

it('a sentence of somebody else stays as it is', () => {
  expect(inEnglish({ field: 'image', message: '图片无法读取' })).toBe('图片无法读取');
});
