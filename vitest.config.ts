import { defineConfig } from 'vitest/config';

const BASE = ['**/*.db.test.ts'];
const COMUN = { root: '.', exclude: ['node_modules/**', 'build/**', 'datos/**'] };

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          ...COMUN,
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/escenarios/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [...COMUN.exclude, ...BASE],
        },
      },
      { test: { ...COMUN, name: 'base', include: BASE, globalSetup: 'test/base-global.ts', testTimeout: 30_000, hookTimeout: 60_000 } },
      {
        test: {
          ...COMUN,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/e2e/plantilla.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
