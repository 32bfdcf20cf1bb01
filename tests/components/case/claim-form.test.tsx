// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import type { Claim } from '../../../lib/case/claim';
import { ClaimForm } from '../../../components/case/claim-form';
import { show } from '../harness';

afterEach(cleanup);
const claim: Claim = { platform: 'manual', pageUrl: '', readAt: '2026-11-28T04:00:00Z', recipe: null, orderId: '', afterSaleId: null, refundType: 'unknown', amount: null, reason: null, description: null, status: null, appliedAt: null, respondBy: null, evidence: [], listing: [] };

test('a wrong box gets its sentence, the first one the focus, and nothing typed is lost', async () => {
  const onSave = vi.fn();
  show(<ClaimForm claim={claim} onSave={onSave} />);
  await userEvent.type(screen.getByLabelText(/^退款金额/), '大约五十');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.getByText(/^请填写订单编号/)).toBeTruthy();
  expect(screen.getByText(/^金额请写作 49.90/)).toBeTruthy();
  const order = screen.getByLabelText(/^订单编号/);
  expect(document.activeElement).toBe(order);
  expect(order.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByLabelText(/^退款金额/)).toHaveProperty('value', '大约五十');
});

test('what was typed is handed over as facts; Enter saves', async () => {
  const onSave = vi.fn();
  show(<ClaimForm claim={claim} onSave={onSave} now={() => Date.parse('2026-11-28T12:00:00Z')} />);
  await userEvent.selectOptions(screen.getByLabelText('平台'), '京东');
  await userEvent.selectOptions(screen.getByLabelText('申请类型'), '仅退款');
  await userEvent.type(screen.getByLabelText(/^退款金额/), '49.90');
  await userEvent.type(screen.getByLabelText(/^订单编号/), '3988776655{Enter}');
  expect(onSave).toHaveBeenCalledWith({ platform: 'jd', orderId: '3988776655', afterSaleId: null, refundType: 'refund-only', amount: { value: '49.90', currency: 'CNY' }, reason: null, description: null, appliedAt: null, respondBy: null });
});

test('opened again it holds what is known, in English as well', () => {
  show(<ClaimForm claim={{ ...claim, platform: 'taobao', typed: { at: claim.readAt }, orderId: 'A-1234', amount: { value: '5', currency: 'USD' } }} onSave={vi.fn()} onCancel={vi.fn()} />, 'en');
  expect(screen.getByLabelText(/^Order number|^Order/)).toHaveProperty('value', 'A-1234');
  expect(screen.getByDisplayValue('USD 5')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
});
