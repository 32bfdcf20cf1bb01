import type { Fact } from '../../case/finding';
import { defineAnalyser, notApplicable } from '../analyser';
import { conformalP, shopBound, shopRate, type ShopScores } from './conformal';
import { likelihoodCap, log10LikelihoodRatio, photographsBehind } from './likelihood';
import { qualityBand } from './quality-band';
import { text } from './synthetic-classifier.text';

/**
 * It speaks against a picture only from the `moderate` band, the one whose false alarms were counted; weaker leanings
 * stay visible as facts. For a picture it may speak from the first limit of the verbal scale.
 */
const suspiciousFrom = 1;
const consistentFrom = -0.3;
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** What the shop's own accepted photographs say about this score; nothing while there are too few, or for another model. */
function besideShop(shop: ShopScores | null | undefined, model: string, logit: number): { facts: Fact[]; within: boolean } {
  const bound = shop && shop.model === model ? shopBound(shop) : null;
  if (!shop || bound === null) return { facts: [], within: false };
  const own = shop.logits.length;
  const facts: Fact[] = [
    { key: 'shopPhotographs', value: own },
    { key: 'shopReached', value: Math.round(conformalP(shop.logits, logit) * (own + 1)) - 1 },
    { key: 'shopBound', value: rounded(bound) },
    { key: 'shopRate', value: shopRate },
    { key: 'shopCalibratedAt', value: shop.calibratedAt },
  ];
  return { facts, within: logit <= bound };
}

/**
 * Asks the trained model whether the picture's fine texture is like that of generators' output. On trial: its weight in
 * the score follows the false alarms counted in training/MODEL_CARD.md.
 */
export const syntheticClassifier = defineAnalyser({
  id: 'synthetic-classifier',
  family: 'learned',
  excuse: ({ classifier }) => (classifier ? null : 'no-classifier'),
  needs: ['bytes', 'format', 'pixels'],
  text,
  async examine({ bytes, format, pixels }, { classifier, shop, signal }) {
    if (!classifier) return notApplicable('no-classifier');
    if (Math.min(pixels.width, pixels.height) < classifier.smallest) return notApplicable('too-small');
    const { logit, tiles } = await classifier.classify(pixels.rgb, pixels.width, pixels.height, signal);
    const band = qualityBand(bytes, format);
    const log10LR = log10LikelihoodRatio(classifier.id, band, logit);
    const facts: Fact[] = [
      { key: 'logit', value: rounded(logit) },
      { key: 'model', value: classifier.id },
      { key: 'qualityBand', value: band },
      { key: 'tiles', value: tiles.length },
    ];
    if (log10LR === null) return { ...notApplicable('not-calibrated'), facts: [{ key: 'reason', value: 'not-calibrated' }, ...facts] };
    facts.unshift({ key: 'log10LR', value: rounded(log10LR) });
    facts.push({ key: 'calibratedOn', value: photographsBehind(band) });
    const own = besideShop(shop, classifier.id, logit);
    facts.push(...own.facts);
    // A score that photographs of this very shop reach speaks against none of its buyers.
    const outcome = log10LR >= suspiciousFrom && !own.within ? 'suspicious' : log10LR <= consistentFrom ? 'consistent' : 'inconclusive';
    const strength = outcome === 'inconclusive' ? 0 : Math.max(-likelihoodCap, Math.min(likelihoodCap, log10LR));
    return { outcome, strength, facts };
  },
});
