// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DraftEditor } from '../../../components/appeal/draft-editor';
import { show } from '../harness';

afterEach(cleanup);
const props = {
  text: '<b>信</b>', onText: vi.fn(), length: 200 as const, onLength: vi.fn(), recipient: 'platform' as const, recipients: ['platform', 'buyer'] as const, onRecipient: vi.fn(),
  characters: 8, warnings: [{ message: '页面未写申请时间' }], refusal: null, edited: false, onReset: vi.fn(), rows: 5,
};

test('the letter is text, its length is counted against the form, warnings stand beside it', () => {
  const { container } = show(<DraftEditor {...props} />);
  expect(screen.getByLabelText('申诉草稿', { selector: 'textarea' })).toHaveProperty('value', '<b>信</b>');
  expect(container.querySelector('textarea b')).toBeNull();
  expect(screen.getByText('8 / 200 字')).toBeTruthy();
  expect(screen.getByText('页面未写申请时间')).toBeTruthy();
});

test('choosing another length or recipient asks for that letter', async () => {
  show(<DraftEditor {...props} />);
  await userEvent.selectOptions(screen.getByLabelText('篇幅'), '500');
  expect(props.onLength).toHaveBeenCalledWith(500);
  await userEvent.selectOptions(screen.getByLabelText('篇幅'), 'long');
  expect(props.onLength).toHaveBeenCalledWith('long');
  await userEvent.selectOptions(screen.getByLabelText('收件方'), 'buyer');
  expect(props.onRecipient).toHaveBeenCalledWith('buyer');
});

test('a refusal takes the place of a letter with holes', () => {
  show(<DraftEditor {...props} refusal="没有订单编号，无法起草" />);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('没有订单编号，无法起草')).toBeTruthy();
});
