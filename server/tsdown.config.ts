import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/main.ts'],
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: false,
  clean: true,
  sourcemap: true,
  // Our own packages are TypeScript sources; they go into the bundle.
  noExternal: [/^@plumbline\//],
  outExtensions: () => ({ js: '.js' }),
});
