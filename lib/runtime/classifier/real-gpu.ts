/** Renderers that only pretend to be a GPU: many times slower than wasm (docs: SwiftShader 5 s a picture). */
const software = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|\bwarp\b|paravirtual/i;

export const isSoftware = (...names: (string | null | undefined)[]): boolean => names.some((name) => software.test(name ?? ''));

/** The part of WebGPU we ask; not every TypeScript library knows it yet. */
interface Adapter {
  isFallbackAdapter?: boolean;
  info?: { vendor?: string; architecture?: string; device?: string; description?: string; isFallbackAdapter?: boolean };
}
interface Gpu {
  requestAdapter(options?: { powerPreference: 'high-performance' }): Promise<Adapter | null>;
}

/** Whether a real GPU answers by WebGPU. */
export async function realWebGpu(gpu: Gpu | undefined = (globalThis.navigator as { gpu?: Gpu } | undefined)?.gpu): Promise<boolean> {
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' }).catch(() => null);
  if (!adapter || adapter.isFallbackAdapter || adapter.info?.isFallbackAdapter) return false;
  const { vendor, architecture, device, description } = adapter.info ?? {};
  return !isSoftware(vendor, architecture, device, description);
}

/** Whether a real GPU answers by WebGL 2. */
export function realWebGl(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(unmasked ? unmasked.UNMASKED_RENDERER_WEBGL : gl.RENDERER) ?? '');
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return name !== '' && !isSoftware(name);
}
