import type { PlatformId } from '../../lib/case/platform';

/** The stored page of each platform that demo and end-to-end tests open. */
export const standInPages: readonly { platform: PlatformId; slug: string }[] = [];
