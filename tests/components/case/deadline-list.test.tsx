// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { DeadlineList, type ShownDeadline } from '../../../components/case/deadline-list';
import { show } from '../harness';

afterEach(cleanup);

const law = { title: '京东开放平台交易纠纷处理总则', article: '第十六条', text: '如对判定为商责的判责结果存在异议……', source: 'ruleId=2392' };
const appeal: ShownDeadline = { id: 'appeal-by', at: '2030-07-10T12:00:00+08:00', basis: 'jd1-16', text: '纠纷单关闭后7个自然日内申诉', law };

test('a deadline shows what it rests on; times are asked for only where a rule we hold needs them', async () => {
  const onEvent = vi.fn();
  show(<DeadlineList deadlines={[appeal]} askFor={['disputeClosedAt']} events={{}} onEvent={onEvent} now={() => Date.parse('2026-07-03T04:00:00Z')} />);
  expect(screen.getByText('《京东开放平台交易纠纷处理总则》第十六条')).toBeDefined();
  expect(screen.getByText(law.text)).toBeDefined();
  await userEvent.type(screen.getByLabelText('纠纷单关闭的时间'), '2026-07-03T12:00');
  expect(onEvent).toHaveBeenLastCalledWith({ disputeClosedAt: new Date('2026-07-03T12:00').toISOString() });
  await userEvent.click(screen.getByRole('checkbox'));
  expect(onEvent).toHaveBeenLastCalledWith({ answeredAt: '2026-07-03T04:00:00.000Z' });
  cleanup();
  show(<DeadlineList deadlines={[]} askFor={[]} events={{}} onEvent={onEvent} />);
  expect(screen.getByText(/其他时限未能核实/)).toBeDefined();
  expect(screen.getAllByRole('checkbox')).toHaveLength(1);
});
