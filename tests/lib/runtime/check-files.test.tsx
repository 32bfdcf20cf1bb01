// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { AddPictures } from '../../../lib/runtime/add-pictures';
import { readFiles } from '../../../lib/runtime/check-files';
import * as manual from '../../../lib/runtime/manual-case';
import { addOwnPictures } from '../../../lib/runtime/own-pictures';
import { isUnreadable } from '../../../lib/runtime/read-file';
import { show } from '../../components/harness';

vi.mock('../../../lib/runtime/case-view', () => ({ caseView: { setState: vi.fn() }, showCase: vi.fn(), tabInView: vi.fn() }));
vi.mock('../../../lib/runtime/protocol', () => ({ send: vi.fn() }));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const good = () => new File([png], '正面.png', { type: 'image/png' });
/** As a browser gives a file that was moved after it was chosen. */
function gone(name: string): File {
  const file = new File([png], name, { type: 'image/png' });
  vi.spyOn(file, 'arrayBuffer').mockRejectedValue(new DOMException('The requested file could not be read', 'NotReadableError'));
  return file;
}

test('a file that cannot be read is named with its reason, and the others go on', async () => {
  const { taken, leftOut } = await readFiles([gone('已移动.png'), good(), new File([], '空.png'), new File(['<html>'], '网页.png')]);
  expect(taken.map((one) => one.name)).toEqual(['正面.png']);
  expect(leftOut).toEqual([{ name: '已移动.png', why: 'unreadable' }, { name: '空.png', why: 'empty' }, { name: '网页.png', why: 'not-an-image' }]);
});

test('the merchant’s own pictures likewise', async () => {
  expect(await addOwnPictures('none', [gone('已移动.png')])).toBe(0);
});

const drop = (files: File[]) => fireEvent.drop(screen.getByText('拖到这里').parentElement!, { dataTransfer: { files } });

test('the panel says what to do about it', async () => {
  show(<AddPictures into={null} label="拖到这里" />);
  drop([gone('已移动.png')]);
  expect(await screen.findByText(/已移动\.png：浏览器读不到这个文件（可能已移动、所在磁盘已断开或尚未从网盘下载），未加入/)).toBeTruthy();
});

test('no room to keep it is said, not swallowed', async () => {
  vi.spyOn(manual, 'openManualCase').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  show(<AddPictures into={null} label="拖到这里" />);
  drop([good()]);
  expect(await screen.findByText(/空间/)).toBeTruthy();
});

test('only the two errors of an unreadable file are taken for that', () => {
  expect(['NotReadableError', 'NotFoundError', 'QuotaExceededError'].map((name) => isUnreadable(new DOMException('', name)))).toEqual([true, true, false]);
  expect(isUnreadable(new Error('NotReadableError'))).toBe(false);
});
