// @ts-check
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@mediapipe/tasks-vision/vision_wasm_module_internal.js'));
const { version } = JSON.parse(readFileSync(join(folder, '../package.json'), 'utf8'));
const types = /** @type {const} */ ({
  'vision_wasm_module_internal.js': 'text/javascript',
  'vision_wasm_module_internal.wasm': 'application/wasm',
});

/** Where the pose engine's files lie in the build, under a name that carries their version. */
export const mediaPipeFolder = `assets/mediapipe-${version}`;

/**
 * Serves and emits the pose engine's own files from our origin: it loads them by address, so the bundler cannot see them.
 * @returns {import('vite').Plugin}
 */
export function mediaPipeFiles() {
  return {
    name: 'mediapipe-files',
    generateBundle() {
      for (const name of Object.keys(types)) {
        this.emitFile({
          type: 'asset',
          fileName: `${mediaPipeFolder}/${name}`,
          source: readFileSync(join(folder, name)),
        });
      }
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? '').split('?')[0] ?? '';
        const name = Object.keys(types).find((file) => path.endsWith(`/${mediaPipeFolder}/${file}`));
        if (!name) return next();
        const file = join(folder, name);
        response.setHeader('content-type', types[/** @type {keyof typeof types} */ (name)]);
        response.setHeader('content-length', statSync(file).size);
        createReadStream(file).pipe(response);
      });
    },
  };
}
