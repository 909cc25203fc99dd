import type { Delegate } from './source.ts';

const key = (version: string) => `plumbline.pose.delegate.${version}`;

/** What was found to work on this device with this version of the engine; null before the first try. */
export function recallDelegate(storage: Storage | null, version: string): Delegate | null {
  const value = storage?.getItem(key(version));
  return value === 'GPU' || value === 'CPU' ? value : null;
}

export function rememberDelegate(storage: Storage | null, version: string, delegate: Delegate): void {
  try {
    storage?.setItem(key(version), delegate);
  } catch {
    // A full or forbidden storage only means that the next start tries again.
  }
}

/** True if WebGL here is drawn by the processor: then the GPU delegate is slower than the CPU one, or hangs. */
export function isSoftwareRenderer(renderer: string): boolean {
  return /swiftshader|llvmpipe|softpipe|software|microsoft basic render/i.test(renderer);
}

/** Name of the WebGL renderer, empty if there is no WebGL 2. */
export function readRenderer(): string {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return '';
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' ? name : '';
}
