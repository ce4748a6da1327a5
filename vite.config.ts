import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

/** One bundle (ADR): the server input brings the whole house, so that there is one pool and one registry. */
export default defineConfig({
  plugins: [reactRouter()],
  environments: { ssr: { build: { rollupOptions: { input: 'src/entrada.ts' } } } },
  build: { target: 'es2022', sourcemap: false },
});
