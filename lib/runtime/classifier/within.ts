/** Waits at most `ms`. @throws Error when the time is up; what was waited for goes on unheard. */
export function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const box = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not ready within ${ms} ms`)), ms);
  });
  return Promise.race([promise, box]).finally(() => clearTimeout(timer));
}
