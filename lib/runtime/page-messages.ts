import type { MessageName, Request, Response } from './protocol';

type Answer = (value?: unknown) => void;
interface Runtime {
  id: string;
  sendMessage(message: unknown): Promise<unknown>;
  onMessage: { addListener(listener: Listener): void; removeListener(listener: Listener): void };
}
type Listener = (raw: unknown, origin: { id?: string }, answer: Answer) => boolean | undefined;

// protocol.ts speaks through a library a third of the reader's size, and the browser makes each interface when it is first touched.
const runtime = (): Runtime => {
  const { browser, chrome } = globalThis as { browser?: { runtime: Runtime }; chrome?: { runtime: Runtime } };
  return (browser ?? chrome)!.runtime;
};

/** The content script's end of protocol.ts: asks the background. */
export async function ask<N extends MessageName>(name: N, body: Request<N>): Promise<Response<N>> {
  const answer = await runtime().sendMessage({ yantu: name, to: 'background', body });
  const refused = answer as { __mozWebExtensionPolyfillReject__?: boolean; message?: string } | null | undefined;
  if (refused?.__mozWebExtensionPolyfillReject__) throw new Error(refused.message);
  return answer as Response<N>;
}

/** Handles what the background asks of this frame. */
export function hear(handlers: { [N in MessageName]?: (body: Request<N>) => Response<N> | Promise<Response<N>> }): () => void {
  const { id, onMessage } = runtime();
  const listener: Listener = (raw, origin, answer) => {
    const message = raw as { yantu?: MessageName; to?: string; body?: unknown } | null;
    const handler = message?.yantu && message.to === undefined && origin.id === id ? (handlers[message.yantu] as ((body: unknown) => unknown) | undefined) : undefined;
    if (!handler) return undefined;
    void Promise.resolve(handler(message!.body)).then(answer, () => answer());
    return true;
  };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}
