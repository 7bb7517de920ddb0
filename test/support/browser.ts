import { serve } from '@hono/node-server';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { makeTestApp } from './web-app.ts';

export interface Journey {
  readonly browser: Browser;
  /** `http://127.0.0.1:34567` */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** In a single process the browser ends with its first page; with lax security, tests would not see what ours blocks. */
const UNWANTED = ['--single-process', '--disable-web-security', '--allow-running-insecure-content'];
const ARGUMENTS = [...chromium.args.filter((argument) => !UNWANTED.includes(argument)), '--no-sandbox'];

/** The browser of LEVIER_CHROMIUM, or the one that npm brought. */
async function launch(): Promise<Browser> {
  try {
    const executablePath = process.env.LEVIER_CHROMIUM || (await chromium.executablePath());
    return await playwright.launch({ executablePath, args: ARGUMENTS, headless: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new Error(
      `Chromium could not start: ${reason}. Set LEVIER_CHROMIUM to the path of a Chromium or Chrome, then run the tests again.`,
    );
  }
}

/** The application served on a free port of this machine, and a browser. */
export async function startJourney(changes: Parameters<typeof makeTestApp>[0] = {}): Promise<Journey> {
  const browser = await launch();
  const { app } = await makeTestApp(changes);
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    browser,
    origin: `http://127.0.0.1:${address.port}`,
    close: async () => {
      await browser.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
