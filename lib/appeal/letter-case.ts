import type { Band } from '../case/assessment';
import { bands } from '../case/assessment';
import { bandOf } from '../scoring/bands';
import type { Finding } from '../case/finding';
import { citable, lawCheckedOn, type LawDates } from '../law';
import { addDays, dayInChina, isDay } from './calendar';
import { DraftRefused, type DraftInput, type PlatformConduct, type RecipientId } from './input';
import { observationsOf, type Observation } from './observations';
import { letterWords, pageText } from './page-text';
import { idsOf, type Sentence } from './prose';
import { voiceOf, type PlatformVoice } from './voices';
import type { DraftWarning, WarningCode } from './warnings';
import { warningTexts } from './warnings';
import { chineseDay } from './written';

/** A picture of the buyer as letters call it. */
export interface LetterImage {
  name: string;
  /** Name with the start of its SHA-256, where known. */
  named: string;
  sha256: string | null;
  band: Band;
  findings: readonly Finding[];
  observations: Observation[];
  /** How strongly this picture supports that it was generated or edited; other kinds of finding left aside. */
  alteration: Band;
  /** Whether it could be read and was examined at all. */
  examined: boolean;
}

/** The case in words that may stand in a letter, and the law that may be cited about it. */
export interface LetterCase {
  input: DraftInput;
  order: string;
  afterSale: string | null;
  /** "49.90元" */
  amount: string | null;
  reason: string | null;
  /** "2026年3月2日" */
  appliedOn: string | null;
  /** What the buyer asks for: 仅退款 … 售后 */
  asked: string;
  /** What is to be held back until the facts are clear: 退款 or 售后处理 */
  remedy: string;
  images: LetterImage[];
  /** Pictures with something to say, strongest first. */
  telling: LetterImage[];
  strongest: LetterImage | null;
  voice: PlatformVoice;
  shop: string | null;
  contact: string | null;
  conduct: PlatformConduct;
  dates: LawDates;
  warnings: DraftWarning[];
  warn(code: WarningCode, ...about: string[]): void;
  mayCite(id: string): boolean;
  /** The first sentence all of whose citations hold here, as a list of one; else nothing. */
  choose(...sentences: Sentence[]): Sentence[];
}

const askedWords = { 'refund-only': '仅退款', 'return-and-refund': '退货退款', exchange: '换货', resend: '补寄', repair: '维修', unknown: '售后' } as const;

/** Which of the four dates choose the law of each letter. */
const datesThatCount: Record<RecipientId, (keyof LawDates)[]> = {
  platform: ['uploaded', 'decided'],
  buyer: [],
  regulator: ['uploaded', 'decided', 'filed'],
  service: ['uploaded'],
  police: ['uploaded', 'filed'],
  court: ['uploaded', 'decided', 'sued'],
};

const dateNames = [['uploaded', '买家提交图片的日期'], ['decided', '平台处理日期'], ['filed', '提交日期'], ['sued', '起诉日期']] as const satisfies [keyof LawDates, string][];

/** The first two dates that cannot both be right, in words: nothing is decided, filed or sued over before it was uploaded. */
function outOfOrder(dates: LawDates): string[] | null {
  for (const [index, [earlier, before]] of dateNames.slice(0, 2).entries())
    for (const [later, after] of dateNames.slice(index + 1)) {
      const [from, to] = [dates[earlier], dates[later]];
      if (from && to && to < from) return [after, chineseDay(to), before, chineseDay(from)];
    }
  return null;
}

function readDates({ claim, dates = {}, today, recipient, handlingToCome = false }: DraftInput, warn: LetterCase['warn']): LawDates {
  for (const day of [dates.uploaded, dates.decided, dates.filed, dates.sued, today])
    if (day && !isDay(day)) throw new DraftRefused('bad-date', `日期“${pageText(day) ?? ''}”不是有效的年月日，请按 2026-03-02 的形式填写。`);
  const applied = dayInChina(claim.appliedAt);
  const uploaded = dates.uploaded ?? applied;
  const toCome = handlingToCome && today && today >= (uploaded ?? '') ? today : null;
  const decided = dates.decided ?? toCome ?? uploaded ?? today ?? dates.filed ?? dates.sued ?? null;
  if (!decided) throw new DraftRefused('no-date', '页面没有给出申请时间，也没有填写日期，无法判断适用哪一天的规定。请填写买家提交图片的日期。');
  if (!uploaded) warn('uploaded-unknown');
  if (!dates.decided && (recipient === 'regulator' || (recipient === 'platform' && !toCome))) warn('decided-assumed', chineseDay(decided));
  const filed = dates.filed ?? (today && today > decided ? today : decided);
  const sued = dates.sued ?? filed;
  if (!dates.filed && ['regulator', 'police'].includes(recipient)) warn('filed-assumed', chineseDay(filed));
  if (!dates.sued && recipient === 'court') warn('sued-assumed', chineseDay(sued));
  const order = outOfOrder({ ...dates, uploaded });
  if (order) warn('dates-out-of-order', ...order);
  if (dates.uploaded && applied && dates.uploaded < applied) warn('uploaded-before-claim', chineseDay(dates.uploaded), chineseDay(applied));
  const ahead = today ? dateNames.find(([name]) => (dates[name] ?? '') > today) : undefined;
  if (ahead) warn('date-in-future', ahead[1], chineseDay(dates[ahead[0]]!));
  const read: LawDates = { uploaded, decided, filed, sued };
  if (datesThatCount[recipient].some((name) => (read[name] ?? '') > lawCheckedOn)) warn('law-newer-than-checked', chineseDay(lawCheckedOn));
  return read;
}

function readAmount({ claim }: DraftInput, warn: LetterCase['warn']): string | null {
  // Nothing is asked back with an exchange; a page then shows 0.00.
  const zero = claim.amount !== null && Number(claim.amount.value) === 0;
  if (!claim.amount || zero || !/^\d{1,12}(\.\d{1,4})?$/.test(claim.amount.value)) {
    if (!zero || ['refund-only', 'return-and-refund'].includes(claim.refundType)) warn('amount-missing');
    return null;
  }
  const { value, currency } = claim.amount;
  return ['CNY', 'RMB', '¥', '￥', ''].includes(currency) ? `${value}元` : `${value}${letterWords(currency, 3) ?? ''}`;
}

function readReason({ claim }: DraftInput, warn: LetterCase['warn']): string | null {
  if (!pageText(claim.reason)) return null;
  const words = letterWords(claim.reason, 30);
  if (!words) warn('reason-left-out');
  return words;
}

/** By band; within a band a label leads, because a reviewer can check it at a glance. */
const rankOf = ({ band, observations }: LetterImage): number => bands.indexOf(band) * 2 + (observations.some((one) => one.kind === 'label') ? 1 : 0);

/** The fused band, unless findings of another kind carried it: then no more than the alteration findings by themselves. */
function alterationOf(fused: Band, observations: Observation[]): Band {
  const alone = observations.filter((one) => one.alters);
  if (alone.length === 0) return 'none';
  if (alone.length === observations.length) return fused;
  const own = bandOf(alone.reduce((sum, one) => sum + one.strength, 0));
  return bands.indexOf(own) < bands.indexOf(fused) ? own : fused;
}

function readImages({ images }: DraftInput): LetterImage[] {
  return images.map((image, index) => {
    const name = `图${image.ordinal ?? index + 1}`;
    const sha256 = image.sha256 && /^[0-9a-f]{64}$/.test(image.sha256) ? image.sha256 : null;
    const band: Band = image.band && bands.includes(image.band) ? image.band : 'none';
    const read: LetterImage = { name, named: sha256 ? `${name}（SHA-256前12位：${sha256.slice(0, 12)}）` : name, sha256, band, findings: image.findings, observations: [], alteration: 'none', examined: image.band !== null };
    const observations = observationsOf(read);
    return { ...read, observations, alteration: alterationOf(band, observations) };
  });
}

/** @throws DraftRefused where no letter can be right: no order number, no usable date. */
export function readCase(input: DraftInput): LetterCase {
  const { claim, shop, options } = input;
  const warnings: DraftWarning[] = [];
  const warn: LetterCase['warn'] = (code, ...about) => {
    if (!warnings.some((one) => one.code === code)) warnings.push({ code, message: warningTexts[code](...about) });
  };
  const order = pageText(claim.orderId);
  if (!order || !/^[\w-]{4,40}$/.test(order)) throw new DraftRefused('no-order-number', '没有可用的订单编号，信函无法指明是哪一笔交易。请在页面上核对后填写订单编号。');
  const afterSale = pageText(claim.afterSaleId);
  const dates = readDates(input, warn);
  const images = readImages(input);
  const telling = images.filter((image) => image.observations.length > 0).sort((one, other) => rankOf(other) - rankOf(one) || other.observations[0]!.strength - one.observations[0]!.strength);
  const off = new Set(options?.citationsOff);
  const mayCite = (id: string) => !off.has(id) && citable(id, dates);
  const shopName = letterWords(shop?.name, 40);
  if (pageText(shop?.name) && !shopName) warn('shop-left-out');
  const appliedDay = dayInChina(claim.appliedAt);
  return {
    input, order, dates, images, telling, warnings, warn, mayCite,
    afterSale: afterSale && /^[\w-]{1,40}$/.test(afterSale) && afterSale !== order ? afterSale : null,
    amount: readAmount(input, warn),
    reason: readReason(input, warn),
    appliedOn: appliedDay && appliedDay > '2000' && appliedDay < addDays('2100-01-01', 0) ? chineseDay(appliedDay) : null,
    asked: askedWords[claim.refundType] ?? '售后',
    remedy: claim.refundType === 'refund-only' || claim.refundType === 'return-and-refund' ? '退款' : '售后处理',
    strongest: telling[0] ?? null,
    voice: voiceOf(claim.platform),
    shop: shopName,
    contact: letterWords(shop?.contact, 60),
    conduct: options?.conduct ?? {},
    choose: (...sentences) => sentences.filter((sentence) => idsOf(sentence).every(mayCite)).slice(0, 1),
  };
}
