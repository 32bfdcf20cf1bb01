import { dwtDctMinimum, matchDwtDct, type DwtDctMatch } from '../../evidence/dwt-dct';
import { defineAnalyser, notApplicable, nothingFound } from '../analyser';
import { text } from './dwt-dct-watermark.text';

/** Clean pictures match 38–63 % of the bits, fresh marks 93–100 %. */
const enough = ({ matching, length, uniform }: DwtDctMatch) => !uniform && matching / length >= (length === 48 ? 44 / 48 : 0.92);

/** Whether the invisible mark of Stable Diffusion, SDXL or FLUX reference code can be decoded. Speaks only when it finds one. */
export const dwtDctWatermark = defineAnalyser({
  id: 'dwt-dct-watermark',
  family: 'provenance',
  needs: ['pixels'],
  examine({ pixels }) {
    if (pixels.width * pixels.height < dwtDctMinimum) return notApplicable('too-small');
    const best = matchDwtDct(pixels).toSorted((a, b) => b.matching / b.length - a.matching / a.length)[0]!;
    const facts = [
      { key: 'payload', value: best.payload },
      { key: 'matchingBits', value: best.matching },
      { key: 'payloadBits', value: best.length },
    ];
    return enough(best) ? { outcome: 'suspicious', strength: 3, facts } : nothingFound(facts);
  },
  text,
});
