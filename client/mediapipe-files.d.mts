import type { Plugin } from 'vite';

export const mediaPipeFolder: string;
export function mediaPipeFiles(): Plugin;
