/** Opens the workbench in a headless browser page, and reads the extension host's console through it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';

/** The last rule blocks all other hosts. */
const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

/**
 * @param file the browser's path
 * @param options `exposed`: functions that the page may call; `onConsole`: called with Playwright's console messages
 * @returns `{ page, close() }`
 */
export async function openPage(
  file,
  url,
  { onConsole, exposed = {}, viewport = { width: 1280, height: 800 }, scale = 1 } = {},
) {
  const profile = mkdtempSync(join(tmpdir(), 'agent-authoring-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: file,
    headless: true,
    viewport,
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    args: flags,
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    if (onConsole !== undefined) page.on('console', onConsole);
    for (const [name, act] of Object.entries(exposed)) await page.exposeFunction(name, act);
    const reply = await page.goto(url);
    if (reply !== null && reply.status() >= 400) throw new Error(`${url} answered ${reply.status()}`);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Turns the page's console into the extension host's output. With a `debugId` in the address its calls arrive marked
 * (`%c[Extension Host] %c…` and two styles before the arguments) which distinguishes them from the workbench's own lines.
 * @param print called with each line
 */
export function extensionHostOutput(print) {
  let queue = Promise.resolve();
  const line = (args) => {
    const mark = /^%c\[Extension Host\] ?(%c)?/.exec(args[0]);
    if (mark === null) return format(...args);
    return mark[1] === undefined ? format(...args.slice(2)) : format(args[0].slice(mark[0].length), ...args.slice(3));
  };
  return {
    /** Resolves when every line so far has been printed. */
    drained: () => queue,
    onConsole: (message) => {
      if (!/^(%c)?\[Extension Host\]/.test(message.text())) {
        if (process.env.VSCODE_HOST_VERBOSE) console.error(`[${message.type()}]`, message.text().slice(0, 400));
        return;
      }
      const args = Promise.all(message.args().map((argument) => argument.jsonValue().catch(() => '?')));
      queue = queue.then(async () => print(line(await args)));
    },
  };
}

/** Opens a page whose workbench runs extension tests. Returns their exit code. */
export async function runTestsIn(file, url, { limit = 300_000, print }) {
  let finish = () => {};
  const finished = new Promise((done) => {
    finish = done;
  });
  const output = extensionHostOutput(print);
  const timer = setTimeout(() => finish({ code: 124, why: `no result within ${limit / 1000} s` }), limit);
  let opened;
  try {
    opened = await openPage(file, url, {
      // The workbench calls these functions if they exist.
      exposed: { codeAutomationExit: (code) => finish({ code }), codeAutomationLog: () => {} },
      onConsole: output.onConsole,
      // What is not visible is not drawn, and no test here looks at the page.
      viewport: { width: 900, height: 600 },
    });
    opened.page.on('crash', () => finish({ code: 125, why: 'the page crashed' }));
    const { code, why } = await finished;
    await output.drained();
    if (why !== undefined) console.error(why);
    return code;
  } finally {
    clearTimeout(timer);
    await opened?.close();
  }
}
