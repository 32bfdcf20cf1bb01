import { expect, test } from 'vitest';
import { readXmp } from '../../../lib/evidence/xmp';
import { join, utf16, utf8 } from '../../fixtures/writers/bytes';
import { packet } from '../../fixtures/writers/xmp-packet';

const ns = 'http://example.org/n/';
const read = (xml: string) => {
  const bytes = utf8(xml);
  return readXmp(bytes, 0, bytes.length);
};
const values = (xml: string) => read(xml).map(({ uri, name, value, form, within }) => [uri, name, value, form, within.join('/')]);
const described = (elements: string, attributes = '') => packet({ declare: { n: ns }, elements, attributes });

test.each<[string, string, string[][]]>([
  ['element', described('<n:a>text</n:a>'), [[ns, 'a', 'text', 'element', '']]],
  ['attribute', described('', 'n:a="text"'), [[ns, 'a', 'text', 'attribute', '']]],
  ['resource', described('<n:a rdf:resource="http://x/y"/>'), [[ns, 'a', 'http://x/y', 'resource', '']]],
  ['bag', described('<n:a><rdf:Bag><rdf:li>1</rdf:li><rdf:li>2</rdf:li></rdf:Bag></n:a>'), [[ns, 'a', '1', 'item', ''], [ns, 'a', '2', 'item', '']]],
  ['alt', described('<n:a><rdf:Alt><rdf:li xml:lang="x-default">t</rdf:li></rdf:Alt></n:a>'), [[ns, 'a', 't', 'item', '']]],
  ['struct', described('<n:a rdf:parseType="Resource"><n:b>1</n:b></n:a>'), [[ns, 'b', '1', 'element', 'a']]],
  ['struct in a list, by attributes', described('<n:h><rdf:Seq><rdf:li n:agent="x" n:what="y"/></rdf:Seq></n:h>'), [[ns, 'agent', 'x', 'attribute', 'h'], [ns, 'what', 'y', 'attribute', 'h']]],
  ['nested description', described('<n:a><rdf:Description><n:b>1</n:b></rdf:Description></n:a>'), [[ns, 'b', '1', 'element', 'a']]],
  ['qualified value', described('<n:a><rdf:Description><rdf:value>v</rdf:value></rdf:Description></n:a>'), [[ns, 'a', 'v', 'item', '']]],
  ['entities', described('<n:a>&lt;&quot;&#65;&#x42;&amp;quot;&apos;&unknown;</n:a>'), [[ns, 'a', '<"AB&quot;\'&unknown;', 'element', '']]],
  ['CDATA', described('<n:a>1<![CDATA[<b>&amp;]]>2</n:a>'), [[ns, 'a', '1<b>&amp;2', 'element', '']]],
  ['Chinese', described('<n:a>豆包</n:a>'), [[ns, 'a', '豆包', 'element', '']]],
  ['comments and empty elements', described('<!-- <n:x>no</n:x> --><n:e/><n:a>t</n:a>'), [[ns, 'a', 't', 'element', '']]],
  ['apostrophes and spaces around =', described('', "n:a = 'it \"is\"'"), [[ns, 'a', 'it "is"', 'attribute', '']]],
  ['namespace declared on the element itself', packet({ declare: {}, elements: `<q:a xmlns:q="${ns}">t</q:a>` }), [[ns, 'a', 't', 'element', '']]],
  ['usual prefix that nobody declared', packet({ declare: {}, elements: '<photoshop:Credit>c</photoshop:Credit>' }), [['http://ns.adobe.com/photoshop/1.0/', 'Credit', 'c', 'element', '']]],
  ['a tag left open', described('<n:a><n:b>t</n:b>'), [[ns, 'b', 't', 'element', 'a']]],
  ['cut in the middle', described('<n:a>t</n:a><n:b>unfinished').split('</rdf:Description>')[0]!, [[ns, 'a', 't', 'element', '']]],
])('%s', (_, xml, expected) => {
  expect(values(xml)).toEqual(expected);
});

test('inner declarations end with their element', () => {
  const xml = described(`<n:s rdf:parseType="Resource" xmlns:p="http://one/"><p:a>1</p:a></n:s><p:b>2</p:b>`);
  expect(read(xml).map((one) => [one.name, one.uri])).toEqual([['a', 'http://one/'], ['b', '']]);
});

test('offsets point at the value, after characters of several bytes too', () => {
  const bytes = join('padding', described('<n:a>豆包</n:a><n:b>value</n:b>', 'n:c="attribute"'));
  for (const { value, offset } of readXmp(bytes, 7, bytes.length)) expect(new TextDecoder().decode(bytes.subarray(offset, offset + utf8(value).length))).toBe(value);
  expect(readXmp(bytes, 7, bytes.length)).toHaveLength(3);
});

test('UTF-16 packets', () => {
  for (const little of [true, false]) {
    const bytes = utf16(`\ufeff${described('<n:a>豆包</n:a>')}`, little);
    expect(readXmp(bytes, 0, bytes.length).map((one) => one.value)).toEqual(['豆包']);
  }
});
