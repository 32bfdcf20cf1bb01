import { hostMatches } from '../original-address';
import { fieldIds, type FieldId, type PlatformRecipe } from '../recipe';
import { shapeSyntax } from './id-shape';
import { platformOfHost, type TaughtRecipe } from './taught-recipe';

/** A recipe file is a few hundred characters; more than this is none of ours. */
export const maxRecipeBytes = 32 * 1024;

/** Why a recipe is refused; the sentence is for the merchant. */
export class RecipeRefused extends Error {
  override readonly name = 'RecipeRefused';
}

const refuse = (sentence: string): never => {
  throw new RecipeRefused(sentence);
};

type Plain = Record<string, unknown>;

/** An object with exactly these members, no more: what we do not know we do not keep. */
function exactly(value: unknown, where: string, members: readonly string[]): Plain {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse(`配方的“${where}”不是应有的结构，未导入`);
  for (const name of Object.keys(value)) if (!members.includes(name)) refuse(`配方含有未知内容“${name.slice(0, 40)}”，可能由更新的版本导出或被改动过，未导入`);
  return value as Plain;
}

function text(value: unknown, where: string, pattern: RegExp, most: number): string {
  return typeof value === 'string' && value.length <= most && pattern.test(value) ? value : refuse(`配方的“${where}”写法不对，未导入`);
}

function list<T>(value: unknown, where: string, most: number, each: (one: unknown) => T): T[] {
  return Array.isArray(value) && value.length <= most ? value.map(each) : refuse(`配方的“${where}”不是应有的列表，未导入`);
}

/** Suffixes under which strangers register names: a wildcard there would take in everybody. */
const shared = new Set(['com', 'net', 'org', 'gov', 'edu', 'ac', 'co', 'or', 'ne', 'go', 'gob', 'idv']);

/** A public DNS name, lower case; never an address in numbers, never a name of the machine or the office network. */
function host(value: unknown, where: string, wildcard: boolean): string {
  const given = text(value, where, /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$/, 120);
  const labels = given.replace(/^\*\./, '').split('.');
  if (/(?:^|\.)(?:local|localhost|internal|lan|home|corp|test|onion|arpa)$/.test(given)) refuse(`配方的“${where}”指向本机或内网，未导入`);
  if (given.startsWith('*.') && (!wildcard || labels.length < 2 || (labels.length === 2 && shared.has(labels[0]!)))) refuse(`配方的“${where}”范围过大，未导入`);
  return given;
}

const words = (value: unknown, where: string) => text(value, where, /^[\p{L}\p{M}\p{N}/&'’.\-# ]{1,30}$/u, 60);
const part = /^\/[A-Za-z0-9/_.*~%-]{0,200}$/;

function addressPart(value: unknown, where: string): string {
  const given = text(value, where, part, 201);
  if (/\*\*/.test(given) || given.split('*').length > 9) refuse(`配方的“${where}”写法不对，未导入`);
  return given;
}

const parameter = (value: unknown, where: string) => text(value, where, /^[\w.-]{1,40}$/, 40);

/**
 * Checks a recipe of unknown origin: a file, a message, our own storage. Every member is known and bounded, and nothing in it can be
 * an expression of its own. On a back-end we know, its page must be one of that platform's.
 * @throws RecipeRefused
 */
export function readTaughtRecipe(raw: unknown): TaughtRecipe {
  const all = exactly(raw, '文件', ['format', 'version', 'id', 'revision', 'name', 'taughtOn', 'page', 'numbers', 'shapes', 'labels', 'others', 'evidence', 'imageHosts', 'currency', 'offset']);
  if (all['format'] !== 'yantu-recipe') refuse('这不是验图导出的页面配方，未导入');
  if (all['version'] !== 1) refuse('此配方由更新的版本导出，请先升级验图');
  const page = exactly(all['page'], '页面地址', ['host', 'path', 'query', 'hash']);
  const numbers = exactly(all['numbers'], '编号参数', ['orderId', 'afterSaleId']);
  const shapes = exactly(all['shapes'], '编号样式', ['orderId', 'afterSaleId']);
  const labels = exactly(all['labels'], '标签', fieldIds);
  const evidence = exactly(all['evidence'], '凭证图片', ['labels', 'places']);
  const revision = all['revision'];
  if (typeof revision !== 'number' || !Number.isInteger(revision) || revision < 1 || revision > 9999) refuse('配方的“版次”写法不对，未导入');
  const orNull = <T>(value: unknown, read: (one: unknown) => T): T | null => (value === null ? null : read(value));
  return {
    format: 'yantu-recipe',
    version: 1,
    id: text(all['id'], '编号', /^[0-9a-f]{12}$/, 12),
    revision: revision as number,
    name: text(all['name'], '名称', /^[\p{L}\p{M}\p{N}\p{P}\p{Zs}]{1,40}$/u, 80),
    taughtOn: text(all['taughtOn'], '日期', /^20\d\d-[01]\d-[0-3]\d$/, 10),
    page: {
      host: host(page['host'], '页面域名', false),
      path: addressPart(page['path'], '页面路径'),
      query: list(page['query'], '页面参数', 6, (one) => parameter(one, '页面参数')),
      hash: orNull(page['hash'], (one) => addressPart(one, '页面路由')),
    },
    numbers: { orderId: orNull(numbers['orderId'], (one) => parameter(one, '编号参数')), afterSaleId: orNull(numbers['afterSaleId'], (one) => parameter(one, '编号参数')) },
    shapes: { orderId: text(shapes['orderId'], '编号样式', shapeSyntax, 60), afterSaleId: orNull(shapes['afterSaleId'], (one) => text(one, '编号样式', shapeSyntax, 60)) },
    labels: Object.fromEntries((Object.keys(labels) as FieldId[]).map((field) => [field, list(labels[field], '标签', 4, (one) => words(one, '标签'))])),
    others: list(all['others'], '其他标签', 40, (one) => words(one, '其他标签')),
    evidence: {
      labels: list(evidence['labels'], '凭证标题', 4, (one) => words(one, '凭证标题')),
      places: list(evidence['places'], '图片位置', 8, (one) => {
        const place = exactly(one, '图片位置', ['host', 'path']);
        return { host: host(place['host'], '图片位置', false), path: text(place['path'], '图片位置', /^\/[A-Za-z0-9/_.~%-]{0,200}$/, 201) };
      }),
    },
    imageHosts: list(all['imageHosts'], '图片域名', 8, (one) => host(one, '图片域名', true)),
    currency: text(all['currency'], '币种', /^[A-Z]{3}$/, 3),
    offset: text(all['offset'], '时区', /^[+-](?:0\d|1[0-4]):[0-5]\d$/, 6),
  };
}

/** Reads an exported recipe. @throws RecipeRefused */
export function parseRecipeFile(content: string): TaughtRecipe {
  if (content.length > maxRecipeBytes) refuse('文件过大，不是页面配方，未导入');
  let raw: unknown;
  try {
    raw = JSON.parse(content);
  } catch {
    return refuse('文件不是页面配方（无法读取），未导入');
  }
  return readTaughtRecipe(raw);
}

const siteOf = (name: string): string => {
  const labels = name.replace(/^\*\./, '').split('.');
  return labels.slice(labels.length > 2 && shared.has(labels.at(-2)!) && labels.at(-1)!.length === 2 ? -3 : -2).join('.');
};

/** Picture hosts that are neither the page's own site nor named by our recipe of that back-end: shown to the merchant before they are allowed. */
export function foreignHosts(recipe: TaughtRecipe, ours: readonly PlatformRecipe[]): string[] {
  const base = platformOfHost(ours, recipe.page.host);
  return recipe.imageHosts.filter((name) => siteOf(name) !== siteOf(recipe.page.host) && !(base?.images.hosts ?? []).some((own) => own === name || hostMatches(own, name.replace(/^\*\./, 'x.'))));
}
