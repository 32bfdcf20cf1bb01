/** Path of a Chromium executable on this machine, or null. */
export function chromiumPath(): string | null;
