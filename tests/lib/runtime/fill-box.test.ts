// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { fillBox } from '../../../lib/runtime/fill-box';

beforeEach(() => {
  document.body.innerHTML = '';
  Element.prototype.getBoundingClientRect = () => ({ width: 300, height: 80, x: 0, y: 0, top: 0, left: 0, right: 300, bottom: 80, toJSON: () => '' });
});

test('the box for the appeal is chosen among others, and the page hears about it', () => {
  document.body.innerHTML = '<div><textarea id="note" placeholder="搜索商品"></textarea></div><div><label>申诉说明<textarea id="appeal"></textarea></label></div>';
  const heard: string[] = [];
  document.querySelector('#appeal')!.addEventListener('input', () => heard.push('input'));
  expect(fillBox(document, '尊敬的平台')).toEqual({ filled: true, boxes: 2 });
  expect(document.querySelector<HTMLTextAreaElement>('#appeal')!.value).toBe('尊敬的平台');
  expect(document.querySelector<HTMLTextAreaElement>('#note')!.value).toBe('');
  expect(heard).toEqual(['input']);
});

test('what the merchant already wrote stays, and filling twice does not repeat the letter', () => {
  document.body.innerHTML = '<textarea placeholder="拒绝理由">我已联系买家</textarea>';
  fillBox(document, '信');
  fillBox(document, '信');
  expect(document.querySelector('textarea')!.value).toBe('我已联系买家\n信');
});

test('markup in the letter stays text', () => {
  document.body.innerHTML = '<textarea placeholder="说明"></textarea>';
  fillBox(document, '<script>alert(1)</script>');
  expect(document.querySelector('script')).toBeNull();
});

test('several boxes of unknown purpose: none is touched', () => {
  document.body.innerHTML = '<div><div><textarea></textarea></div></div><div><div><textarea></textarea></div></div>';
  expect(fillBox(document, '信')).toEqual({ filled: false, boxes: 2 });
});
