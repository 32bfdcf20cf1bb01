import type { Family, Finding } from '../case/finding';
import type { ImageHashes } from '../evidence/hashes/image-hashes';
import type { WindowHashes } from '../evidence/hashes/window-hashes';
import type { TraceKey, Traces } from '../evidence/traces';
import type { ShopScores } from './learned/conformal';
import type { EarlierHit } from './reuse/earlier-hit';
import type { EarlierLabel } from './reuse/repeated-label';
import { withExaminedPart } from './examined-part';
import { withScreenshotWords } from './screenshot';

/** A picture of the merchant's, or of an earlier claim: traces on demand. */
export interface Reference {
  id: string;
  traces: (keys: TraceKey[]) => Promise<Partial<Traces>>;
}

/** Facts of the case an analyser may need beside the picture itself. All optional: the command line has none. */
export interface ExamineContext {
  /** ISO 8601 with offset. */
  appliedAt?: string | null;
  orderedAt?: string | null;
  deliveredAt?: string | null;
  /** Traces of the merchant's own pictures. */
  references?: Reference[];
  /** Pictures of earlier claims that look like this one, from the index on the device; absent: nothing was looked up. */
  earlier?: (sha256: string, hashes: ImageHashes, windows: () => Promise<WindowHashes>) => Promise<EarlierHit[]>;
  /** Earlier claims whose pictures carried this content number in their AI label; absent: nothing was looked up. */
  earlierLabels?: (produceId: string) => Promise<EarlierLabel[]>;
  /** The order this claim is about, so that a second claim on the same order is told from another one. */
  orderId?: string | null;
  /** The picture was cut from the screen: nothing of the original file is left in it. */
  screenshot?: boolean;
  signal?: AbortSignal;
  classifier?: Classifier | null;
  /** How the classifier scored photographs this shop accepted; absent: the merchant gave none. */
  shop?: ShopScores | null;
}

/** A trained model that scores pixels. Loads once, is warmed up, and gives back all memory on dispose. */
export interface Classifier {
  readonly id: string;
  readonly backend: string;
  /** Shorter sides than this hold less than one crop: such a picture cannot be scored. */
  readonly smallest: number;
  /** @param rgb interleaved RGB bytes, length width*height*3. @returns log-odds of the `generated` class. */
  classify(rgb: Uint8Array, width: number, height: number, signal?: AbortSignal): Promise<ClassifierResult>;
  dispose(): void;
}

export interface ClassifierResult {
  logit: number;
  tiles: { x: number; y: number; size: number; logit: number }[];
}

export type Language = 'zh' | 'en';

/** What a reader needs beside the bare result. Never a verdict: found, how strong, what else could explain it. */
export interface AnalyserText {
  name: string;
  /** One sentence about this finding, from its facts. */
  summary(finding: Finding): string;
  /** 看什么 */
  look: string;
  /** 忽略什么 */
  ignore: string;
  /** 可能的其他解释 */
  alternatives: string;
}

/** One question about one picture = one file. Absence of its precondition is `not-applicable`, never a guess. */
export interface Analyser<K extends TraceKey = TraceKey, L extends TraceKey = TraceKey> {
  readonly id: string;
  readonly family: Family;
  /** Asked before anything is derived: why this check does not apply to this case, or null. Saves costly traces. */
  excuse?(context: ExamineContext): string | null;
  /** Asks only about what can be seen, so that it may look at a screenshot as well. */
  readonly seesScreenshots?: true;
  /** Traces it is given; beside `mayNeed` it sees nothing else. */
  readonly needs: readonly K[];
  /** Costly traces it asks for only when what it was given calls for them. */
  readonly mayNeed?: readonly L[];
  examine(traces: Pick<Traces, K>, context: ExamineContext, ...ask: [L] extends [never] ? [] : [AskTrace<L>]): Answer | Promise<Answer>;
  readonly text: Record<Language, AnalyserText>;
}

/** Derives one of the traces named in `mayNeed`. @throws RangeError for any other. */
export type AskTrace<L extends TraceKey> = <T extends L>(key: T) => Promise<Traces[T]>;

/** What `examine` returns; the runner adds id and family. */
export type Answer = Pick<Finding, 'outcome' | 'strength' | 'facts' | 'regions'>;

/** Keeps each analyser's own trace keys in its type. */
export function defineAnalyser<K extends TraceKey, L extends TraceKey = never>(analyser: Analyser<K, L>): Analyser<K, L> {
  return { ...analyser, text: withScreenshotWords(withExaminedPart(analyser.text)) };
}

export const notApplicable = (reason: string): Answer => ({ outcome: 'not-applicable', strength: 0, facts: [{ key: 'reason', value: reason }] });
export const nothingFound = (facts: Answer['facts'] = []): Answer => ({ outcome: 'inconclusive', strength: 0, facts });
