import { connect, createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const uuid = '5b2f1c9e-7a41-4f7b-9d0e-31c6b8a1f001';
const extensionId = 'yantu@yantu.invalid';

/** A proxy that takes every host of the internet to the stand-in: Firefox keeps the port of an address, so names alone cannot be redirected. */
async function startProxy(port: number, open: Set<Socket>): Promise<Server> {
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      const target = connect(port, '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        socket.pipe(target).pipe(socket);
      });
      target.on('error', () => socket.destroy());
      socket.on('close', () => target.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

export interface FirefoxBench {
  browser: Browser;
  /** Opens a page of the extension in a tab of its own. */
  open(path: string): Promise<Page>;
  stop(): Promise<void>;
}

/** Firefox with the built extension over WebDriver BiDi; every host name is answered by the stand-in. */
export async function launchFirefox(options: { executablePath: string; extension: string; port: number }): Promise<FirefoxBench> {
  const open = new Set<Socket>();
  const proxy = await startProxy(options.port, open);
  const { port } = proxy.address() as AddressInfo;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: true,
    acceptInsecureCerts: true,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.allow_hijacking_localhost': true,
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
      'intl.accept_languages': 'zh-CN, zh',
      'intl.locale.requested': 'zh-CN',
    },
  });
  await browser.installExtension(options.extension);
  return {
    browser,
    async open(path) {
      const page = await browser.newPage();
      // Going to a page of an extension never reports its end; what is on it answers all the same.
      await page.goto(`moz-extension://${uuid}/${path}`, { timeout: 2500 }).catch(() => undefined);
      return page;
    },
    async stop() {
      // A tab of the extension keeps Firefox from answering that it has closed.
      await Promise.race([browser.close(), new Promise((resolve) => setTimeout(resolve, 10_000))]);
      browser.process()?.kill('SIGKILL');
      for (const socket of open) socket.destroy();
      proxy.close();
    },
  };
}
