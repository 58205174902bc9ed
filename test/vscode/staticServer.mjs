/** Serves a folder as any file server does, on a port of its own, and notes what was requested. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * @param folder what is served
 * @param base the path under which it is served, with `/` at both ends
 * @returns `{ url, missing, close() }`; `missing` is a list of paths that were requested and are not there
 */
export async function serve(folder, base = '/') {
  const missing = [];
  const server = createServer(({ url }, response) => {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const wanted = path.endsWith('/') ? `${path}index.html` : path;
    const file = join(folder, normalize(wanted.slice(base.length - 1)));
    if (!wanted.startsWith(base) || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) {
      missing.push(path);
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'text/plain' }).end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    missing,
    close: () => new Promise((done) => server.close(done)),
  };
}
