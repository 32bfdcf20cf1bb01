import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** Every worker that was started: what it was asked, and whether it was ended from outside. */
const { started } = vi.hoisted(() => ({ started: [] as { asked: { kind: string; id?: number }[]; terminated: boolean; answer(): void }[] }));
vi.mock('../../../../lib/runtime/analysis/worker?worker', () => ({
  default: class extends EventTarget {
    asked: { kind: string; id?: number }[] = [];
    terminated = false;
    constructor() {
      super();
      started.push(this);
    }
    postMessage(message: { kind: string; id?: number }): void {
      this.asked.push(message);
    }
    terminate(): void {
      this.terminated = true;
    }
    answer(): void {
      this.dispatchEvent(Object.assign(new Event('message'), { data: { id: this.asked.at(-1)!.id, ok: true, kind: 'about', classifier: null } }));
    }
  },
}));
const { WorkerSlot } = await import('../../../../lib/runtime/analysis/worker-slot');

beforeEach(() => {
  started.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

async function ask(slot: InstanceType<typeof WorkerSlot>): Promise<void> {
  const answered = slot.ask({ kind: 'about' } as never, false);
  started.at(-1)!.answer();
  await answered;
}

test('after so many wishes another worker takes over; the first is left to end its own threads before it is ended', async () => {
  const slot = new WorkerSlot();
  for (let wish = 0; wish < 24; wish += 1) await ask(slot);
  expect(started).toHaveLength(1);
  expect(started[0]!.asked.at(-1)).toEqual({ kind: 'end' });
  expect(started[0]!.terminated).toBe(false);
  await ask(slot);
  expect(started).toHaveLength(2);
  expect(started[1]!.asked.map(({ kind }) => kind)).toEqual(['about']);
  vi.advanceTimersByTime(11_000);
  expect([started[0]!.terminated, started[1]!.terminated]).toEqual([true, false]);
});

test('an idle worker is let go in the same way', async () => {
  const slot = new WorkerSlot();
  await ask(slot);
  vi.advanceTimersByTime(59_000);
  expect(slot.running).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(slot.running).toBe(false);
  expect(started[0]!.asked.at(-1)).toEqual({ kind: 'end' });
  expect(started[0]!.terminated).toBe(false);
});

test('one that overruns its time box is killed at once', async () => {
  const slot = new WorkerSlot();
  const lost = expect(slot.ask({ kind: 'about' } as never, false)).rejects.toThrow('time box');
  vi.advanceTimersByTime(121_000);
  await lost;
  expect(started[0]!.terminated).toBe(true);
  expect(started[0]!.asked.map(({ kind }) => kind)).toEqual(['about']);
});
