import { describe, expect, it } from 'vitest';
import { draftLetter, type Draft } from '../../../lib/appeal/draft';
import { DraftRefused, type DraftInput } from '../../../lib/appeal/input';
import { removeCitation, writeLetter } from '../../../lib/appeal/written';
import { lawRecords } from '../../../lib/law';
import { randomCase, secrets } from './random-case';

const count = 2400;
const records = new Map(lawRecords.map((record) => [record.id, record]));

/** Written by hand from the design, not read from the records: which date decides for which act. */
const decides: [RegExp, 'uploaded' | 'decided' | 'filed' | 'sued'][] = [
  [/^(cc|ccg|cpr|qr|auc|label|ds|gai|psp|crim|fraud|jd1|jd2)-/, 'uploaded'],
  [/^(o116|ecl|nt|algo|tb)-/, 'decided'],
  [/^(o121|apl)-/, 'filed'],
  [/^(evid|icourt|icj|online)-/, 'sued'],
];
const against = ['ecl-38', 'ecl-42', 'ecl-61', 'ecl-83', 'cpl-23', 'cpl-24', 'cpl-25', 'cpl-26', 'cpl-44', 'cpl-55', 'netcons-1'];
const unsaid = ['造假', '假图', '骗子', '骗取', '证实', '百分之百', '100%', '构成诈骗', '构成犯罪', '鉴定结论', '伪造', '敲诈', '恶意买家', '平台违反标识', 'undefined', 'null', 'NaN', '[object', '（）', '()', '【】', '“”', '《》'];
const doubled = /[，。；：、！？,;]{2,}|[，；、：]$|(^|\n)[，。；、]|，\n|。“，|元元|《《/;

function drafted(input: DraftInput): Draft | DraftRefused {
  try {
    return draftLetter(input);
  } catch (error) {
    if (error instanceof DraftRefused) return error;
    throw error;
  }
}

const drafts = Array.from({ length: count }, (_, seed) => ({ seed, input: randomCase(seed + 1) })).map((one) => ({ ...one, draft: drafted(one.input) }));
const letters = drafts.flatMap(({ seed, input, draft }) => (draft instanceof DraftRefused ? [] : [{ seed, input, draft }]));
const body = (text: string) => text.split('\n附：引用条文')[0]!;
const every = (check: (one: (typeof letters)[number]) => string[]) => expect(letters.flatMap((one) => check(one).map((problem) => `case ${one.seed} ${one.input.recipient} ${one.input.length}: ${problem}`)).slice(0, 5)).toEqual([]);

describe(`${count} random cases`, () => {
  it('are mostly drafted, and refused only by name', () => {
    const refusals = drafts.flatMap(({ draft }) => (draft instanceof DraftRefused ? [draft.code] : []));
    expect(letters.length).toBeGreaterThan(1400);
    expect(refusals.filter((code) => code === 'too-long')).toEqual([]);
    expect(new Set(refusals)).toEqual(new Set(['nothing-supports', 'too-weak', 'no-label', 'no-grounds', 'platform-unknown', 'no-date']));
  });

  it('cite only verified provisions in force on the day that decides', () => {
    every(({ input, draft }) =>
      draft.citations.flatMap(({ id, article, quote }) => {
        const record = records.get(id)!;
        const by = decides.find(([ids]) => ids.test(id))?.[1];
        const given = by && input.dates?.[by];
        const day = by && draft.dates[by];
        const problems: string[] = [];
        if (!record.verified || against.includes(id) || record.topics.includes('merchant_counter') || record.topics.includes('not_verbatim')) problems.push(`${id} must not be cited`);
        if (!by || !day || record.effectiveFrom! > day || (record.effectiveTo ?? '9999') < day) problems.push(`${id} is not in force on ${day}`);
        if (given && given !== day) problems.push(`${by} was given as ${given}, not ${day}`);
        if (quote !== record.text || article !== record.article) problems.push(`${id} is not quoted verbatim`);
        return problems;
      }),
    );
  });

  it('name what they cite, and cite what they name', () => {
    every(({ draft }) => {
      const text = body(draft.text);
      const named = draft.citations.filter(({ id, article }) => !text.includes(article) || !text.includes(records.get(id)!.shortTitle.replace('《', '〈').replace('》', '〉')));
      const articles = new Set(draft.citations.map(({ article }) => article));
      const spoken = [...text.replace(/“[^”]*”/g, '').matchAll(/第[一二三四五六七八九十百]+条/g)].map(([article]) => article);
      // The merchant's own clause, and what the penalties law calls its article since 2026: told, not relied on.
      const own = [...(/平台《平台售后规则》第三条|平台《规则》第一条/.test(text) ? ['第三条', '第一条'] : []), ...(text.includes('修订后的第五十八条') ? ['第五十八条'] : [])];
      return [...named.map(({ id }) => `${id} is cited but not named`), ...spoken.filter((article) => !articles.has(article) && !own.includes(article) && ![...articles].some((one) => one.startsWith(article))).map((article) => `${article} is named but not cited`)];
    });
  });

  it('quote whole sentences of the cited texts only', () => {
    every(({ draft }) =>
      [...body(draft.text).matchAll(/规定：“([^“”]*(?:“[^“”]*”[^“”]*)*)”/g)].flatMap(([, words]) => (draft.citations.some(({ quote }) => quote.includes(words!)) ? [] : [`quotes ${words!.slice(0, 30)}`])),
    );
  });

  it('say no word that judges, and leave no holes', () => {
    every(({ draft }) => [...unsaid.filter((word) => draft.text.includes(word)), ...(doubled.exec(draft.text) ? [`punctuation near ${draft.text.slice(Math.max(0, draft.text.search(doubled) - 12), draft.text.search(doubled) + 6)}`] : [])]);
  });

  it('stay within the limit, line breaks counted twice', () => {
    every(({ input, draft }) => {
      const strict = draft.text.length + draft.text.split('\n').length - 1;
      return [...(typeof input.length === 'number' && strict > input.length ? [`${strict} characters`] : []), ...(draft.characters === draft.text.length ? [] : ['counts wrongly'])];
    });
  });

  it('tell only facts of the case', () => {
    every(({ input, draft }) => {
      const { claim } = input;
      const text = body(draft.text);
      const problems: string[] = [];
      if (!text.includes(claim.orderId)) problems.push('no order number');
      for (const [, value] of text.matchAll(/(\d+(?:\.\d+)?)元/g)) if (value !== claim.amount?.value) problems.push(`${value}元`);
      const known = [claim.orderId, claim.afterSaleId ?? '', input.shop?.contact ?? '', ...input.images.map((image) => image.sha256 ?? ''), '001191110102MACQD9K64010001', claim.amount?.value ?? ''].join(' ');
      for (const [number] of text.matchAll(/[0-9a-f]{6,}/g)) if (!known.includes(number)) problems.push(number);
      const sixLater = (day: string) => {
        const [year, month, date] = day.split('-').map(Number) as [number, number, number];
        const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
        return new Date(Date.UTC(year, month + 5, Math.min(date, last))).toISOString().slice(0, 10);
      };
      const days = Object.values(draft.dates).filter((day): day is string => !!day);
      const shown = [...days, ...(draft.dates.uploaded ? [sixLater(draft.dates.uploaded)] : []), ...(claim.appliedAt ? [new Date(Date.parse(claim.appliedAt) + 28_800_000).toISOString().slice(0, 10)] : []), '2026-03-01', '2026-01-01'];
      for (const [, year, month, date] of text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)) {
        const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`;
        if (!shown.includes(day)) problems.push(day);
      }
      for (const secret of [...secrets, '13900000000', '张三']) if (draft.text.includes(secret)) problems.push(`private: ${secret}`);
      if (/[<>\u202a-\u202e\u200b]/.test(draft.text)) problems.push('markup or hidden marks');
      return problems;
    });
  });

  it('say no more strength than some picture carries, and say that it is no opinion', () => {
    const phrases: Record<string, string> = { 有限程度支持: 'limited', 中等程度支持: 'moderate', 中等偏强程度支持: 'moderately-strong', 较强程度支持: 'strong', 很强程度支持: 'very-strong' };
    const order = ['none', 'limited', 'moderate', 'moderately-strong', 'strong', 'very-strong'];
    every(({ input, draft }) => {
      const highest = Math.max(...input.images.map((image) => order.indexOf(image.band ?? 'none')), 0);
      const said = [...draft.text.matchAll(/提供(\S{2,4}程度支持)/g)].map(([, phrase]) => order.indexOf(phrases[phrase!] ?? '?'));
      const opinion = said.length > 0 && !draft.text.includes('不构成鉴定意见') ? ['no disclaimer'] : [];
      return [...said.filter((band) => band < 1 || band > highest).map((band) => `says ${order[band]}`), ...opinion];
    });
  });

  it('write the same letter twice, in segments that are its text', () => {
    every(({ input, draft }) => {
      const again = draftLetter(structuredClone(input));
      return again.text === draft.text && draft.segments.map((segment) => segment.text).join('') === draft.text ? [] : ['differs'];
    });
  });

  it('lose one citation without a hole, and number the rest anew', () => {
    every(({ seed, draft }) => {
      const gone = draft.citations[seed % Math.max(1, draft.citations.length)]?.id;
      if (!gone) return [];
      const rest = writeLetter(removeCitation(draft.body, gone));
      const numbers = rest.citations.map((citation) => citation.number);
      return [
        ...(rest.citations.some((citation) => citation.id === gone) ? [`${gone} is still cited`] : []),
        ...(numbers.every((number, index) => number === index + 1) ? [] : ['numbers have gaps']),
        ...(doubled.test(rest.text) ? [`punctuation after removing ${gone}`] : []),
      ];
    });
  });

  it('find the fallback, or none, when a citation is switched off', () => {
    every(({ seed, input, draft }) => {
      if (seed % 5 !== 0 || draft.citations.length === 0) return [];
      const off = draft.citations[0]!.id;
      const again = draftLetter({ ...input, options: { ...input.options, citationsOff: [...(input.options?.citationsOff ?? []), off] } });
      return again.citations.some((citation) => citation.id === off) ? [`${off} came back`] : doubled.test(again.text) ? ['punctuation'] : [];
    });
  });
});
