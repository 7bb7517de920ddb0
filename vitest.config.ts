import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // See test/support/extent.ts.
    tags: [{ name: 'whole', description: 'made by npm run test:whole, left out of npm test' }],
    // Vitest would keep one of two cores idle.
    maxWorkers: availableParallelism(),
    // Files share modules, what is compiled of them and what tasks remember: no module of ours holds anything else.
    pool: 'threads',
    isolate: false,
  },
});
