import { expect, test } from 'vitest';
import { knownOperators, operatorOf } from '../../../../lib/evidence/ai-label/operators';
import { readProducerCode, usccValid } from '../../../../lib/evidence/ai-label/producer-code';

test('every code in the table has its right check digit (GB 32100-2015)', () => {
  expect(knownOperators().length).toBeGreaterThan(10);
  for (const code of knownOperators()) expect(usccValid(code), code).toBe(true);
});

// Published codes of institutions that are in no list of ours, so that the table does not vouch for itself.
test.each(['91110000100003962T', '91350100M000100Y43', '12100000400000624W'])('%s is well-formed or not by its own digit', (code) => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  // Exactly one of the 31 possible last characters may pass.
  expect([...alphabet].filter((last) => usccValid(code.slice(0, 17) + last))).toHaveLength(1);
});

test('the example of GB 32100-2015 passes and each changed character fails', () => {
  const example = '91350100M000100Y43'; // Annex example of the standard
  expect(usccValid(example)).toBe(true);
  for (let at = 0; at < 18; at++) {
    const changed = example.slice(0, at) + (example[at] === '3' ? '4' : '3') + example.slice(at + 1);
    expect(usccValid(changed), changed).toBe(false);
  }
});

test('a service code is taken apart', () => {
  expect(readProducerCode('001191110000802100433B10005')).toEqual({ uscc: '91110000802100433B', extension: '10005', checkDigitValid: true, operator: '百度' });
  expect(readProducerCode(' 001191110000802100433B10005 ')?.operator).toBe('百度');
  expect(readProducerCode('001191110000802100433C10005')).toMatchObject({ checkDigitValid: false, operator: null });
});

test.each(['doubao', '', '0011911100008021', '002191110000802100433B10005', '001191110000802100433b10005', '001191110000802100433B1000'])('“%s” is no code', (text) => {
  expect(readProducerCode(text)).toBeNull();
});

test('an unknown company has no name here', () => {
  expect(operatorOf('91350100M000100Y43')).toBeNull();
});
