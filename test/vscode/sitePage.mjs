/** A browser page on a folder that is served. All that it does and must not do is noted as a problem. */
import { openPage } from './page.mjs';
import { serve } from './staticServer.mjs';

/**
 * @param file the browser's path
 * @param folder what is served
 * @param base the path under which it is served
 * @returns `{ page, url, problems, close() }`; `problems` has errors, requests to other places and violations of the policy
 */
export async function openFolder(file, folder, base) {
  const server = await serve(folder, base);
  const problems = server.missing;
  const opened = await openPage(file, 'about:blank', { viewport: { width: 1360, height: 820 } });
  const { page } = opened;
  page.setDefaultTimeout(10_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  page.context().on('request', (request) => {
    if (!request.url().startsWith(server.url)) problems.push(`a request to ${request.url()}`);
  });
  await page.exposeFunction('reportViolation', (what) => problems.push(`a violation of the policy: ${what}`));
  await page.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      window.reportViolation(`${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
    ),
  );
  const close = async () => {
    await opened.close();
    await server.close();
  };
  return { page, url: server.url, problems, close };
}
