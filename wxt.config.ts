import { defineConfig } from 'wxt';

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  manifest: { name: '__MSG_extName__', description: '__MSG_extDescription__', default_locale: 'zh_CN' },
});
