// @vitest-environment jsdom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { BuyerHistory } from '../../../components/case/buyer-history';
import { show } from '../harness';

afterEach(cleanup);
const claims = [
  { caseId: 'taobao:1', orderId: '391', at: '2026-03-04T20:01:02+08:00', amount: { value: '19.90', currency: 'CNY' } },
  { caseId: 'taobao:2', orderId: '392', at: '2026-04-05T20:01:02+08:00', amount: null },
];

test('count and sum first, each claim dated, and the way to it', () => {
  const onOpen = vi.fn();
  show(<BuyerHistory shown="晴**铺" masked={false} claims={claims} sums={[{ value: '19.90', currency: 'CNY' }]} onOpen={onOpen} />);
  expect(screen.getByText('买家 晴**铺 在本机另有 2 笔申请，合计 ¥19.90')).toBeTruthy();
  expect([...document.querySelectorAll('time')].map((one) => one.textContent)).toEqual(['2026-03-04', '2026-04-05']);
  fireEvent.click(screen.getByRole('button', { name: '391', hidden: true }));
  expect(onOpen).toHaveBeenCalledWith('taobao:1');
});

test('a name the page masked is said to be perhaps another buyer’s', () => {
  show(<BuyerHistory shown="t**1" masked claims={claims} sums={[]} onOpen={() => undefined} />);
  expect(document.body.textContent).toContain('可能是不同的买家');
});
