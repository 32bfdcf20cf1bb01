import { draftLetter, type Draft } from '../appeal/draft';
import { DraftRefused, type LetterLength, type PlatformConduct, type RecipientId } from '../appeal/input';
import type { GroundId } from '../appeal/grounds';
import { briefName } from '../appeal/prose';
import type { CaseFile } from '../case/case';
import { knownOrderId } from '../case/claim';
import type { Settings } from './settings';

export interface LetterChoice {
  recipient: RecipientId;
  length: LetterLength;
  /** The merchant asks for a letter although nothing supports alteration. */
  evenWithoutSupport: boolean;
  /** What only the merchant knows about the platform's handling. */
  conduct: PlatformConduct;
  decided: string | null;
  groundsOff: readonly GroundId[];
  /** Citations the merchant left out, by id. */
  citationsOff: readonly string[];
}

export const firstChoice: LetterChoice = { recipient: 'platform', length: 200, evenWithoutSupport: false, conduct: {}, decided: null, groundsOff: [], citationsOff: [] };

/** In the popup only what is sent right away; the panel has them all. */
export const popupRecipients: readonly RecipientId[] = ['platform', 'buyer'];
export const panelRecipients: readonly RecipientId[] = ['platform', 'buyer', 'regulator', 'service', 'police', 'court'];

/** Today where the merchant is, as YYYY-MM-DD. */
export function localDay(now: Date = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** The letter for a case as stored; a refusal is a sentence for the merchant, not an exception. */
export function draftForCase(file: CaseFile, choice: LetterChoice, settings: Settings, today: string = localDay()): { draft: Draft | null; refusal: string | null } {
  const images = file.images
    .filter((image) => image.role === 'evidence')
    .map((image) => {
      const examination = file.examinations.find((one) => one.imageId === image.id);
      return { ordinal: image.ordinal, sha256: image.sha256, band: examination?.assessment.band ?? null, findings: examination?.findings ?? [] };
    });
  try {
    const draft = draftLetter({
      // Pictures checked by themselves have no order yet; a letter about no order is refused with a sentence.
      claim: { ...file.case.claim, orderId: knownOrderId(file.case.claim) ?? '' },
      images,
      recipient: choice.recipient,
      length: choice.length,
      // The platform's handling of this appeal is still to come: unless told otherwise, the law of today decides it.
      dates: { decided: choice.decided },
      handlingToCome: true,
      today,
      shop: { name: settings.shopName || null, contact: settings.contact || null },
      options: { procedural: choice.evenWithoutSupport, conduct: choice.conduct, groundsOff: choice.groundsOff, citationsOff: choice.citationsOff, ownClause: settings.ownClauses?.[file.case.claim.platform] ?? null },
    });
    return { draft, refusal: null };
  } catch (error) {
    if (error instanceof DraftRefused) return { draft: null, refusal: error.message };
    throw error;
  }
}

/** Chips of the articles the text still names: what the merchant cut out of the text is no longer cited. */
export function citationsIn(draft: Draft | null, text: string): Draft['citations'] {
  return draft?.citations.filter(({ article, name }) => text.includes(article) && (text.includes(name) || text.includes(`${briefName(name)}${article}`))) ?? [];
}
