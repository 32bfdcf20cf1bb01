import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { connectSources, imageMatches, optionalMatches, pageMatches, readableAddresses } from './lib/platforms/hosts';

const resolve = createRequire(import.meta.url).resolve;
const packageFile = (name: string, file: string) => join(dirname(resolve(`${name}/package.json`)), file);

/** Files taken from packages at build time instead of being kept in the repository. */
const packaged: Record<string, string> = {
  'wasm/tfjs-backend-wasm.wasm': packageFile('@tensorflow/tfjs-backend-wasm', 'dist/tfjs-backend-wasm.wasm'),
  'wasm/tfjs-backend-wasm-simd.wasm': packageFile('@tensorflow/tfjs-backend-wasm', 'dist/tfjs-backend-wasm-simd.wasm'),
  'wasm/tfjs-backend-wasm-threaded-simd.wasm': packageFile('@tensorflow/tfjs-backend-wasm', 'dist/tfjs-backend-wasm-threaded-simd.wasm'),
  'wasm/threads.js': packageFile('@tensorflow/tfjs-backend-wasm', 'wasm-out/tfjs-backend-wasm-threaded-simd.js'),
  'fonts/NotoSansSC_400Regular.ttf': packageFile('@expo-google-fonts/noto-sans-sc', '400Regular/NotoSansSC_400Regular.ttf'),
};

/** The extension may talk to itself and to the recipes' picture hosts, to nobody else: the browser enforces it. */
const policy = (live: string) =>
  ["default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "object-src 'self'", "img-src 'self' blob: data:", "style-src 'self' 'unsafe-inline'", `connect-src 'self' blob: data: ${connectSources.join(' ')}${live}`].join('; ');

/** Chromium refuses a content script with Unicode noncharacters ("isn't UTF-8 encoded"); the minifier writes them out bare. */
const escapeNoncharacters: Plugin = {
  name: 'escape-noncharacters',
  enforce: 'post',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/[\ufdd0-\ufdef\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);
    }
  },
};

/** Cuts `from` out of a package's text; a new version of the package that lacks it must not pass unseen. */
function replaced(text: string, from: string | RegExp, to: string, name = '@tensorflow/tfjs-backend-wasm'): string {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`${name} has changed: ${from} is not there`);
  return result;
}

/** The workers' script of the threaded backend, which the package keeps as a string, without its branch for Node. */
function threadWorker(): string {
  const { wasmWorkerContents } = createRequire(import.meta.url)(packageFile('@tensorflow/tfjs-backend-wasm', 'wasm-out/tfjs-backend-wasm-threaded-simd.worker.js')) as { wasmWorkerContents: string };
  // The string holds a real line end where the script needs it escaped.
  return replaced(wasmWorkerContents.replaceAll('\n', '\\n'), /if\(ENVIRONMENT_IS_NODE\)\{var nodeWorkerThreads[^]*?\}var initializedJS/, 'var initializedJS');
}

/** TF.js starts its threads from blob: addresses, which the extension's policy blocks; here they are files of its own. */
const threadsFromFiles = (): Plugin => ({
  name: 'threads-from-files',
  transform(code, id) {
    if (!/tfjs-backend-wasm[\\/]dist[\\/]backend_wasm\.js/.test(id)) return null;
    const files = replaced(code, /const response = wasmWorkerContents[^]*?return URL\.createObjectURL\(blob\);/, "return wasmPathPrefix + 'threads-worker.js';");
    return { code: replaced(files, /factoryConfig\.mainScriptUrlOrBlob = new Blob\([^]*?\{ type: 'text\/javascript' \}\);/, "factoryConfig.mainScriptUrlOrBlob = wasmPathPrefix + 'threads.js';"), map: null };
  },
});

/** Branches of packages that make code or markup from text. None of them is ever taken here; stores look for them all the same. */
const unused: { file: RegExp; name: string; cuts: [string | RegExp, string][] }[] = [
  {
    file: /pdfkit[\\/]js[\\/]pdfkit\.standalone\.js/,
    name: 'pdfkit',
    cuts: [
      [/Function\('binder', 'return function \(' \+ joiny\(boundArgs, ','\) \+ '\)\{ return binder\.apply\(this,arguments\); \}'\)\(binder\)/, 'binder'],
      ["'%eval%': eval,", "'%eval%': undefined,"],
      ["return Function('return function*() {}')();", 'return false;'],
    ],
  },
  { file: /react-dom[\\/]cjs[\\/]react-dom-client\.production\.js/, name: 'react-dom', cuts: [[/\(domElement\.innerHTML = key\);/g, '(() => { throw Error("no markup from text"); })();']] },
];
const withoutUnused: Plugin = {
  name: 'without-unused-branches',
  transform(code, id) {
    const found = unused.find(({ file }) => file.test(id));
    return found ? { code: found.cuts.reduce((text, [from, to]) => replaced(text, from, to, found.name), code), map: null } : null;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  vite: () => ({ define: { READABLE_ADDRESSES: JSON.stringify(readableAddresses) }, plugins: [escapeNoncharacters, threadsFromFiles(), withoutUnused], worker: { format: 'es' as const, plugins: () => [threadsFromFiles()] }, build: { target: 'es2022' } }),
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    permissions: ['storage', 'unlimitedStorage', 'alarms', 'contextMenus', 'activeTab', 'scripting', 'downloads', ...(browser === 'firefox' ? [] : ['offscreen', 'sidePanel'])],
    optional_permissions: ['notifications'],
    // Asked for one host at a time, on a click that needs it; the policy above keeps the extension's own pages from asking any of them.
    optional_host_permissions: [...optionalMatches, 'https://*/*'],
    host_permissions: [...pageMatches, ...imageMatches],
    content_scripts: [{ matches: pageMatches, js: ['page-guard.js'], all_frames: true, run_at: 'document_idle' }],
    content_security_policy: { extension_pages: policy(command === 'serve' ? ' ws://localhost:* http://localhost:*' : '') },
    action: { default_title: '验图 Yantu' },
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko: { id: 'yantu@yantu.invalid', strict_min_version: '147.0', data_collection_permissions: { required: ['none'] } } } } : { minimum_chrome_version: '116' }),
  }),
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      for (const [relativeDest, absoluteSrc] of Object.entries(packaged)) files.push({ absoluteSrc, relativeDest });
      files.push({ relativeDest: 'wasm/threads-worker.js', contents: threadWorker() });
    },
  },
});
