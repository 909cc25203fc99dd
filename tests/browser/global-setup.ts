import type { TestProject } from 'vitest/node';
import { startProduct } from './product.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    baseUrl: string;
    dataDir: string;
  }
}

/** One product for all browser tests. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { baseUrl, dataDir, stop } = await startProduct();
  project.provide('baseUrl', baseUrl);
  project.provide('dataDir', dataDir);
  return stop;
}
