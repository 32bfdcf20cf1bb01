import type { RefundType } from '../case/claim';
import type { PlatformId } from '../case/platform';

/** The facts of a refund page that are read as label and value. */
export const fieldIds = ['orderId', 'afterSaleId', 'refundType', 'amount', 'reason', 'description', 'status', 'appliedAt', 'respondBy'] as const;
export type FieldId = (typeof fieldIds)[number];

/** Labels as a merchant reads them, without colon; spaces and letter case do not matter. */
export interface FieldLabels {
  labels: readonly string[];
  /** Less telling labels, read only where no label above is on the page. */
  spare?: readonly string[];
  /** Where true, the words common to all back-ends are not read for this field: the merchant pointed at the right ones. */
  only?: boolean;
}

/**
 * One way from a displayed picture address to the stored object. Rules run in order.
 * `host` is "img.example.com" or "*.example.com"; patterns are regular expression sources.
 * - `path`: every step that matches is replaced in the path; a step may match several times over.
 * - `drop-query`: query parts that start with one of these words are taken out, the rest stays in place.
 *   `keepsSignature` says the processing part lies outside the signature (Tencent COS).
 * - `also`: a further address to try after the others, made from the displayed one.
 */
export type OriginalRule =
  | { kind: 'path'; host: string; steps: readonly { pattern: string; with: string }[] }
  | { kind: 'drop-query'; host: string; parts: readonly string[]; keepsSignature?: boolean }
  | { kind: 'also'; host: string; pattern: string; with: string };

/** A picture address by host and path; both must hold where both are given. */
export interface AddressRule {
  host?: string;
  path?: string;
}

/** How much a statement about a platform can be relied on: seen in public sources, or believed only. */
export type Grade = 'verified' | 'believed';

/** What we know about one seller back-end, as data only. The one reader in read-page.ts interprets it. */
export interface PlatformRecipe {
  /** `manual` for a back-end that only the merchant's own recipe knows. */
  id: PlatformId | 'manual';
  name: { zh: string; en: string };
  /** The day the sources were last gone through, and whether against a live page or only our stand-ins. */
  verifiedOn: string;
  checkedOn: 'stand-in' | 'live-page' | 'taught';
  currency: string;
  /** Where one back-end serves several countries: currency and offset by host. `''` stands for not known: then no sum, no undated time is read. */
  regions?: Readonly<Record<string, { currency: string; offset: string }>>;
  /** Offset of the times the page shows, as in ISO 8601. */
  offset: string;
  pages: {
    hosts: readonly string[];
    /** Regular expression sources tested against the whole address. */
    detail: readonly string[];
    list: readonly string[];
    /** Addresses whose kind only the text can tell. */
    byText?: readonly string[];
    /** Query parameters that carry an id. `orderId` must be the very number the page shows. */
    query: { afterSaleId?: readonly string[]; orderId?: readonly string[]; relatedOrderId?: readonly string[] };
  };
  /** What only list pages need, beside the labels. */
  list?: {
    /** Attributes of a row's element whose value is the after-sale number. */
    idAttributes?: readonly string[];
    /** Address of a request's own page, with {afterSaleId} and {orderId}: only where public sources show the whole address. */
    detail?: string;
  };
  /** Labels beside the ones common to all back-ends (words.ts). */
  fields: Partial<Record<FieldId, FieldLabels>>;
  /** Shape of the numbers, as regular expression sources for a whole number. */
  ids: { orderId: string; afterSaleId: string };
  /** Words for what is asked, beside the common ones; a null keeps a common word from being read here. */
  refundTypes?: Readonly<Record<string, RefundType | null>>;
  images: {
    /** "img.example.com" or "*.example.com": the only hosts pictures are taken from. */
    hosts: readonly string[];
    /** Addresses that only a buyer's upload has: taken without a label beside them. */
    evidence: readonly AddressRule[];
    /** Where goods pictures lie; `shared` where buyers' uploads may lie too, so that only the label tells them apart. */
    goods: readonly (AddressRule & { shared?: boolean })[];
    /** Never the buyer's: the merchant's uploads, faces, decoration. */
    merchant: readonly AddressRule[];
    avatar: readonly AddressRule[];
    original: readonly OriginalRule[];
  };
  /** Labels of blocks with the buyer's pictures, beside the common ones. */
  evidenceLabels?: readonly string[];
  /** Labels of other things, beside the common ones. */
  otherLabels?: readonly string[];
  /** Where true, the common labels of evidence are not read. */
  evidenceOnly?: boolean;
  /** Why missing metadata says nothing here. */
  metadata: { zh: string; en: string; grade: Grade };
  /** What could not be settled from public sources. */
  unknown: readonly string[];
}
