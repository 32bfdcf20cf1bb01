import { describe, expect, it } from 'vitest';
import { isSoftware, realWebGl, realWebGpu } from '../../../../lib/runtime/classifier/real-gpu';

describe('which renderer is a real GPU', () => {
  it.each(['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', 'llvmpipe (LLVM 15.0.6, 256 bits)', 'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)', 'softpipe', 'Apple Paravirtual device'])('not %s', (name) => {
    expect(isSoftware(name)).toBe(true);
  });
  it.each(['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', 'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)', 'Adreno (TM) 640', 'Mesa Intel(R) UHD Graphics 620 (KBL GT2)'])('%s', (name) => {
    expect(isSoftware(name)).toBe(false);
  });
});

describe('realWebGpu', () => {
  const gpu = (adapter: object | null) => ({ requestAdapter: async () => adapter });
  it('wants an adapter that is neither a fallback nor software', async () => {
    expect(await realWebGpu(gpu({ info: { vendor: 'nvidia', architecture: 'ampere' } }))).toBe(true);
    expect(await realWebGpu(gpu({ info: { vendor: 'google', architecture: 'swiftshader' } }))).toBe(false);
    expect(await realWebGpu(gpu({ isFallbackAdapter: true, info: { vendor: 'intel' } }))).toBe(false);
    expect(await realWebGpu(gpu(null))).toBe(false);
  });
  it('takes a refusal and a browser without WebGPU for no', async () => {
    expect(await realWebGpu({ requestAdapter: () => Promise.reject(new Error('lost')) })).toBe(false);
    expect(await realWebGpu(undefined)).toBe(false);
    expect(realWebGl()).toBe(false);
  });
});
