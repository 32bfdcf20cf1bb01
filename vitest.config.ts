import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const shared = { environment: 'node' as const, pool: 'forks' as const };

// Component tests ask for jsdom with a `@vitest-environment` line; everything else is plain Node.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins: [react(), WxtVitest()],
        test: { ...shared, name: 'unit', include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/e2e/**'], testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        // The built extension in a real Chromium; one file at a time, each with its own browser. A browser may hiccup once: what
        // passed at the second try is listed as such.
        test: { ...shared, name: 'e2e', include: ['tests/e2e/**/*.test.ts'], testTimeout: 400_000, hookTimeout: 120_000, fileParallelism: false, retry: 1 },
      },
    ],
  },
});
