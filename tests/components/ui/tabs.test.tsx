// @vitest-environment jsdom
import { useState } from 'react';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { clock } from '../../../components/ui/countdown';
import { Tabs } from '../../../components/ui/tabs';
import { show } from '../harness';

afterEach(cleanup);

function Three() {
  const [open, setOpen] = useState<'a' | 'b' | 'c'>('a');
  return <Tabs label="x" open={open} onOpen={setOpen} tabs={(['a', 'b', 'c'] as const).map((id) => ({ id, title: `T${id}`, body: () => <p>body {id}</p> }))} />;
}

test('arrow keys move between tabs and wrap around', async () => {
  show(<Three />);
  screen.getByRole('tab', { name: 'Ta' }).focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Tb');
  expect(screen.getByText('body b')).toBeTruthy();
  await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Tc');
});

test.each([
  [21 * 3_600_000 + 40 * 60_000, '21:40:00'],
  [26 * 3_600_000 + 4 * 60_000 + 9_000, '26:04:09'],
  [999, '00:00:00'],
])('%i ms left reads %s', (milliseconds, text) => expect(clock(milliseconds)).toBe(text));
