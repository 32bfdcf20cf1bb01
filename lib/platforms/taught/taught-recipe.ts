import type { PlatformId } from '../../case/platform';
import { hostMatches } from '../original-address';
import type { FieldId, FieldLabels, PlatformRecipe } from '../recipe';
import { shapePattern } from './id-shape';

/**
 * What a merchant taught about one kind of page: words and places, nothing that runs. No pattern in it is an expression of its own;
 * `*` in an address stands for one part, and the shapes of numbers are counts (see id-shape.ts).
 */
export interface TaughtRecipe {
  format: 'yantu-recipe';
  version: 1;
  /** Twelve hex digits, made once. */
  id: string;
  /** Raised whenever the page is taught anew. */
  revision: number;
  /** What the merchant calls the back-end. */
  name: string;
  /** YYYY-MM-DD */
  taughtOn: string;
  page: {
    host: string;
    /** "/refund/detail/*" */
    path: string;
    /** Query parameters the address must have, in the query or behind `#`. */
    query: string[];
    /** Route behind `#`, "/refund/*"; null where the address has none. */
    hash: string | null;
  };
  /** Parameters whose value is the number itself. */
  numbers: { orderId: string | null; afterSaleId: string | null };
  /** Shapes of the numbers; null where none was pointed at. */
  shapes: { orderId: string; afterSaleId: string | null };
  /** Label words by field. An empty list: the merchant said the page does not tell it. A field that is absent is read by common words. */
  labels: Partial<Record<FieldId, string[]>>;
  /** Words that are labels of something else. */
  others: string[];
  evidence: {
    /** Headings of the buyer's pictures; empty: the common ones. */
    labels: string[];
    /** Places only the buyer's pictures come from, for pages without a heading: host and how its path begins. */
    places: { host: string; path: string }[];
  };
  imageHosts: string[];
  currency: string;
  offset: string;
}

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
const template = (text: string): string => text.split('*').map(literal).join('[^/?#&]+');

/** The address pattern as a regular expression source; linear, because every part is literal or one run. */
export function addressPattern({ host, path, query, hash }: TaughtRecipe['page']): string {
  const asked = query.map((name) => `(?=.*[?&]${literal(name)}=[^&#]+)`).join('');
  return `^https://${literal(host)}${asked}${template(path)}/?(?:\\?[^#]*)?${hash === null ? '(?:#.*)?' : `#!?${template(hash)}/?(?:\\?.*)?`}$`;
}

const fieldsOf = (labels: TaughtRecipe['labels'], base: PlatformRecipe | null): PlatformRecipe['fields'] => {
  const fields: Partial<Record<FieldId, FieldLabels>> = { ...base?.fields };
  for (const [field, words] of Object.entries(labels) as [FieldId, string[]][]) fields[field] = { labels: words, only: true };
  return fields;
};

/** The same type of recipe as ours. On a back-end we know, what was taught lies over our own recipe of it. */
export function asRecipe(taught: TaughtRecipe, base: PlatformRecipe | null): PlatformRecipe {
  const { page, numbers, shapes, evidence } = taught;
  const places = evidence.places.map(({ host, path }) => ({ host, path: `^${literal(path)}` }));
  const number = (name: string | null) => (name === null ? [] : [name]);
  return {
    id: base?.id ?? 'manual',
    name: { zh: taught.name, en: taught.name },
    verifiedOn: taught.taughtOn,
    checkedOn: 'taught',
    currency: taught.currency,
    offset: taught.offset,
    pages: { hosts: [page.host], detail: [addressPattern(page)], list: [], query: { orderId: number(numbers.orderId), afterSaleId: number(numbers.afterSaleId) } },
    fields: fieldsOf(taught.labels, base),
    ids: { orderId: shapePattern(shapes.orderId), afterSaleId: shapes.afterSaleId === null ? (base?.ids.afterSaleId ?? String.raw`[A-Za-z]{0,3}\d{8,24}`) : shapePattern(shapes.afterSaleId) },
    ...(base?.refundTypes ? { refundTypes: base.refundTypes } : {}),
    images: {
      hosts: [...new Set([...taught.imageHosts, ...(base?.images.hosts ?? [])])],
      evidence: [...places, ...(base?.images.evidence ?? [])],
      goods: base?.images.goods ?? [],
      merchant: base?.images.merchant ?? [],
      avatar: base?.images.avatar ?? [],
      original: base?.images.original ?? [],
    },
    otherLabels: taught.others,
    evidenceLabels: evidence.labels,
    evidenceOnly: evidence.labels.length > 0 || evidence.places.length > 0,
    metadata: base?.metadata ?? {
      zh: '平台转存图片时通常会清除元数据：没有拍摄信息不说明任何问题。',
      en: 'Back-ends usually strip metadata when they store a picture: missing capture data says nothing.',
      grade: 'believed',
    },
    unknown: [],
  };
}

/** The platform whose back-end a host is, by our own recipes; null for one we do not know. */
export const platformOfHost = (recipes: readonly PlatformRecipe[], host: string): PlatformRecipe | null => recipes.find((recipe) => recipe.pages.hosts.some((own) => hostMatches(own, host))) ?? null;

export const taughtPlatform = (recipes: readonly PlatformRecipe[], { page }: TaughtRecipe): PlatformId | null => {
  const id = platformOfHost(recipes, page.host)?.id;
  return id === undefined || id === 'manual' ? null : id;
};
