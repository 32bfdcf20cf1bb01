/**
 * The four dates of a case. D1: the buyer uploads the photo or asks for the refund. D2: the platform decides,
 * deducts or handles an appeal. D3: a report is filed. D4: a suit is filed. One of them decides whether a text applies.
 */
export type DecidingDate = 'D1' | 'D2' | 'D3' | 'D4';

/** One article as it may be shown. `text` is verbatim, paragraphs (款) separated by newlines; dates are YYYY-MM-DD, both ends included. */
export interface LawRecord {
  id: string;
  title: string;
  /** The name as a short letter writes it, without 中华人民共和国. */
  shortTitle: string;
  issuer: string;
  docNo: string;
  article: string;
  text: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  /** Where the wording was read. */
  source: string;
  verified: boolean;
  topics: readonly string[];
  /** null: background only, no date makes it citable. */
  decidedBy: DecidingDate | null;
}

type ActFacts = Omit<LawRecord, 'id' | 'article' | 'text' | 'verified' | 'topics'>;

/** What one article says differently from its act. `text` one string per paragraph; `verified` only where it is not. */
interface Provision extends Partial<ActFacts> {
  id: string;
  article: string;
  text: readonly string[];
  topics: readonly string[];
  verified?: boolean;
}

/** One act or rule as it stands in its file: facts once, then its articles. */
export function defineAct({ provisions, ...act }: ActFacts & { provisions: readonly Provision[] }): readonly LawRecord[] {
  return provisions.map((provision) => ({ ...act, verified: true, ...provision, text: provision.text.join('\n') }));
}
