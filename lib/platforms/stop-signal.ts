/** As much of an AbortSignal as a content script needs. The browser makes the interface itself when it is first touched, which costs a page that is just loading a millisecond. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', act: () => void): void;
}

export function stopper(): { signal: StopSignal; abort(): void } {
  const acts: (() => void)[] = [];
  const signal = { aborted: false, addEventListener: (_type: 'abort', act: () => void) => void acts.push(act) };
  return {
    signal,
    abort() {
      signal.aborted = true;
      for (const act of acts.splice(0)) act();
    },
  };
}
