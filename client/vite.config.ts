import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mediaPipeFiles } from './mediapipe-files.mjs';

export default defineConfig({
  // The same build is served under / and under /demo/.
  base: './',
  plugins: [react(), mediaPipeFiles()],
  worker: { format: 'es' },
  build: {
    rolldownOptions: {
      output: {
        // One chunk, so that zod is told not to try `eval` before any chunk with schemas runs.
        codeSplitting: { groups: [{ name: 'zod', test: /node_modules.zod|zod-without-eval/ }] },
      },
    },
  },
});
