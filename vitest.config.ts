import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import react from '@vitejs/plugin-react';

// Component tests ask for jsdom with a `@vitest-environment` line; everything else is plain Node.
export default defineConfig({
  plugins: [react(), WxtVitest()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**'],
    environment: 'node',
    testTimeout: 30_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
