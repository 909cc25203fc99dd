// @ts-check
import { tsImport } from 'tsx/esm/api';

/**
 * The client's own measuring code, which is TypeScript, in this process.
 * @returns {Promise<typeof import('../../shared/src/measurement/index.ts') & typeof import('../../shared/src/programme/index.ts')>}
 */
export async function loadFolds() {
  const measurement = await tsImport('../../shared/src/measurement/index.ts', import.meta.url);
  const programme = await tsImport('../../shared/src/programme/index.ts', import.meta.url);
  return { ...measurement, ...programme };
}
