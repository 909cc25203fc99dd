import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mediaPipeFiles } from './mediapipe-files.mjs';

export default defineConfig({
  // The same build is served under / and under /demo/.
  base: './',
  plugins: [react(), mediaPipeFiles()],
  worker: { format: 'es' },
});
