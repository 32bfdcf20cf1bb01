import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { analysers } from '../lib/analysers';
import { families } from '../lib/case/finding';
import { weights } from '../lib/scoring/weights';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = (folder: string): string[] =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).filter((name) => !name.startsWith('.') && name !== '__pycache__').flatMap((name) => (statSync(join(root, folder, name)).isDirectory() ? files(join(folder, name)) : [join(folder, name)])) : [];
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const code = ['lib', 'components', 'entrypoints'].flatMap(files).filter((file) => /\.tsx?$/.test(file));

describe('analysers', () => {
  const guests = families.flatMap((family) => files(`lib/analysers/${family}`).filter((file) => /\/[a-z0-9-]+\.ts$/.test(file) && read(file).includes('defineAnalyser(')));

  test('every file is registered under its own name and family, and nothing else is', () => {
    const ids = guests.map((file) => file.replace('lib/analysers/', '').replace('.ts', ''));
    expect(analysers.map((one) => `${one.family}/${one.id}`).sort()).toEqual(ids.sort());
    expect(ids.length).toBeGreaterThan(5);
  });

  test.each(analysers.map((one) => [one.id, one] as const))('%s has words in both languages, a weight, and a test', (id, analyser) => {
    for (const language of ['zh', 'en'] as const) {
      const text = analyser.text[language];
      for (const part of [text.name, text.look, text.ignore, text.alternatives]) expect(part.length, `${id} ${language}`).toBeGreaterThan(1);
    }
    expect(weights[id], `row in weights.ts for ${id}`).toBeDefined();
    expect(existsSync(join(root, `tests/lib/analysers/${analyser.family}/${id}.test.ts`)), `test of ${id}`).toBe(true);
  });

  test('every scored analyser carries a measured false-alarm rate', () => {
    for (const [id, row] of Object.entries(weights)) {
      if (row.weight === 0) continue;
      expect(row.falseAlarms, id).not.toBeNull();
      expect(row.falseAlarms!.genuine, id).toBeGreaterThan(0);
    }
  });

  test('no weight without an analyser', () => {
    const ids = new Set(analysers.map((one) => one.id));
    expect(Object.keys(weights).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('imports run one way', () => {
  const order = ['case', 'evidence', 'analysers', 'scoring', 'law', 'appeal', 'report'];
  const imports = (file: string) => [...read(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
  const roomOf = (file: string, specifier: string): string | null => {
    const target = specifier.startsWith('@/') ? specifier.slice(2) : specifier.startsWith('.') ? relative(root, resolve(root, dirname(file), specifier)) : null;
    if (target === null) return null;
    return target.startsWith('lib/') ? target.split('/')[1]! : target.split('/')[0]!;
  };

  test.each(order.map((room, index) => [room, index] as const))('lib/%s imports only what stands before it', (room, index) => {
    const allowed = new Set(order.slice(0, index + 1));
    if (room === 'scoring') allowed.add('evidence');
    for (const file of files(`lib/${room}`).filter((name) => name.endsWith('.ts'))) {
      for (const specifier of imports(file)) {
        const target = roomOf(file, specifier);
        if (target !== null) expect(allowed.has(target), `${file} imports ${specifier}`).toBe(true);
      }
    }
  });

  test('lib/platforms knows only the words of a case', () => {
    for (const file of files('lib/platforms').filter((name) => name.endsWith('.ts')))
      for (const specifier of imports(file)) {
        const target = roomOf(file, specifier);
        if (target !== null) expect(['case', 'platforms'].includes(target), `${file} imports ${specifier}`).toBe(true);
      }
  });

  test('only lib/runtime knows the browser, in one file', () => {
    const knowing = code.filter((file) => /from 'wxt\/browser'|webextension-polyfill/.test(read(file)));
    expect(knowing).toEqual(['lib/runtime/browser.ts']);
  });

  test('components take props: no runtime, no store, no browser', () => {
    for (const file of code.filter((name) => name.startsWith('components/'))) for (const specifier of imports(file)) expect(['runtime', 'entrypoints', 'zustand'].includes(roomOf(file, specifier) ?? specifier), `${file} imports ${specifier}`).toBe(false);
  });

  test('nobody imports from entrypoints, and no page text is parsed as HTML', () => {
    for (const file of code) {
      if (!file.startsWith('entrypoints/')) for (const specifier of imports(file)) expect(roomOf(file, specifier), file).not.toBe('entrypoints');
      expect(read(file), file).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|\beval\(|new Function\(/);
    }
  });
});

describe('words', () => {
  test('both interface languages have the same strings', () => {
    const keys = (language: string) => Object.keys(JSON.parse(read(`public/_locales/${language}/messages.json`))).sort();
    expect(keys('en')).toEqual(keys('zh_CN'));
  });

  test('every string is said somewhere', () => {
    const text = [...code, 'wxt.config.ts'].map(read).join('\n');
    const said = (key: string): boolean => {
      const prefix = key.includes('_') ? key.slice(0, key.indexOf('_')) : null;
      return [`'${key}'`, `\`${key}\``, `"${key}"`, `__MSG_${key}__`, ...(prefix === null ? [] : [`'${prefix}'`, `\`${prefix}_\${`])].some((form) => text.includes(form));
    };
    expect(Object.keys(JSON.parse(read('public/_locales/zh_CN/messages.json')) as object).filter((key) => !said(key))).toEqual([]);
  });

  test('the product accuses nobody', () => {
    const forbidden = /造假|假图|骗子|已证实|伪造图|百分之百|100\s?%\s?(?:确定|是AI)/;
    const spoken = [...code.filter((file) => !/lib\/(law|appeal|report)\//.test(file)), 'public/_locales/zh_CN/messages.json', 'public/_locales/en/messages.json'];
    for (const file of spoken) expect(read(file), file).not.toMatch(forbidden);
    for (const analyser of analysers) {
      const text = JSON.stringify(analyser.text.en);
      expect(text, analyser.id).not.toMatch(/\b(fake|fraud|proven|proves|verdict)\b/i);
    }
  });
});

test('the repository holds no machine paths and no package-host addresses', () => {
  const own = ['lib', 'components', 'entrypoints', 'cli', 'tests', 'training', 'docs', 'public/_locales'].flatMap(files).filter((file) => /\.(tsx?|mjs|json|md|py|css|html)$/.test(file) && !file.endsWith('structure.test.ts'));
  for (const file of own) expect(read(file), file).not.toMatch(/(^|[^A-Za-z0-9._-])\/(work|farm|root|tmp)\/[a-z]|registry\.npm|deb\.debian/m);
});
