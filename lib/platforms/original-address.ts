import { longestData, tooLong } from './data-address';
import type { PlatformId } from '../case/platform';
import { recipeOf, recipes } from './index';
import type { OriginalRule, PlatformRecipe } from './recipe';

const signatures = /^(?:sign|signature|x-signature|x-expires|expires|auth_key|q-signature|q-sign-algorithm|token|x-amz-signature|x-oss-signature|x-tos-signature|ossaccesskeyid)$/i;
const tencentSignatures = /^(?:sign|q-signature|q-sign-algorithm)$/i;

/** Whether `host` is the named one, or lies under it where the name begins with "*.". */
export function hostMatches(pattern: string, host: string): boolean {
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/**
 * The addresses at which the stored object may be had, best first, without the displayed one.
 * A signed address is given up to nothing but the taking out of a processing part that lies outside the signature.
 */
export function originalAddresses(recipe: PlatformRecipe, address: string): string[] {
  const url = parse(address);
  if (url === null) return [];
  const signed = signatureOf(url);
  const found: string[] = [];
  let best = address;
  for (const rule of recipe.images.original) {
    if (!hostMatches(rule.host, url.hostname)) continue;
    if (signed !== 'none' && !(signed === 'tencent' && rule.kind === 'drop-query' && rule.keepsSignature === true)) continue;
    if (rule.kind === 'also') {
      const other = address.replace(new RegExp(rule.pattern), rule.with);
      if (other !== address) found.push(other);
    } else best = rule.kind === 'path' ? applyPath(best, rule) : dropQuery(best, rule);
  }
  return [...new Set([...(best === address ? [] : [best]), ...found])].filter((one) => hostAllowedBy(recipe, one));
}

/** Like `originalAddresses`, by platform; the best one, or the address itself where there is none better. */
export function originalAddress(platform: PlatformId, address: string): string {
  return originalAddresses(recipeOf(platform), address)[0] ?? address;
}

/** Whether a picture may be fetched for this platform: a host of its recipe over http(s), the page's own `blob:`, or a small raster `data:`. */
export function imageHostAllowed(platform: PlatformId | 'manual', address: string): boolean {
  return platform !== 'manual' && hostAllowedBy(recipeOf(platform), address);
}

/** The same by the recipe at hand, ours or the merchant's own. */
export function hostAllowedBy(recipe: PlatformRecipe, address: string): boolean {
  if (address.startsWith('data:')) return address.length <= longestData && !address.slice(0, 100).includes(tooLong) && /^data:image\/(?:jpe?g|png|webp|avif|heic|gif)[;,]/i.test(address);
  if (address.startsWith('blob:')) {
    const page = parse(address.slice(5));
    return page !== null && recipe.pages.hosts.some((host) => hostMatches(host, page.hostname));
  }
  const url = parse(address);
  return url !== null && recipe.images.hosts.some((host) => hostMatches(host, url.hostname));
}

/** The first platform whose pictures this host serves, or null. */
export function allowedPlatformOf(address: string): PlatformId | null {
  if (!/^https?:/i.test(address)) return null;
  const id = recipes.find((recipe) => hostAllowedBy(recipe, address))?.id;
  return id === undefined || id === 'manual' ? null : id;
}

function parse(address: string): URL | null {
  if (!/^https?:\/\//i.test(address)) return null;
  try {
    const url = new URL(address);
    return url.username === '' && url.password === '' && url.port === '' ? url : null;
  } catch {
    return null;
  }
}

function signatureOf(url: URL): 'none' | 'tencent' | 'whole' {
  const names = url.search.slice(1).split('&').map((part) => part.split('=')[0]!.trim());
  const signing = names.filter((name) => signatures.test(name));
  if (signing.length === 0) return 'none';
  if (!signing.every((name) => tencentSignatures.test(name))) return 'whole';
  // Tencent names the parameters its signature covers; a covered processing part cannot be taken out.
  const covered = /q-url-param-list(?:=|%3d)([^&%]*(?:%(?!26)[0-9a-f]{2}[^&%]*)*)/i.exec(url.search)?.[1] ?? '';
  return /image(?:mogr2|view2)/i.test(covered) ? 'whole' : 'tencent';
}

function applyPath(address: string, rule: Extract<OriginalRule, { kind: 'path' }>): string {
  const cut = address.search(/[?#]/);
  const head = cut < 0 ? address : address.slice(0, cut);
  const origin = /^https?:\/\/[^/]+/i.exec(head)?.[0] ?? '';
  let path = head.slice(origin.length);
  for (const step of rule.steps) path = path.replace(new RegExp(step.pattern, 'i'), step.with);
  return `${origin}${path}${cut < 0 ? '' : address.slice(cut)}`;
}

function dropQuery(address: string, rule: Extract<OriginalRule, { kind: 'drop-query' }>): string {
  const cut = address.indexOf('?');
  if (cut < 0) return address;
  const kept = address.slice(cut + 1).split('&').filter((part) => !rule.parts.some((word) => part.toLowerCase().startsWith(word.toLowerCase())));
  return kept.length === 0 ? address.slice(0, cut) : `${address.slice(0, cut)}?${kept.join('&')}`;
}
