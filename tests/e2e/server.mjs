// A minimal static host: one file per address, a folder answers with its index.html (and 301 without its slash),
// anything else is 404.html. Can also serve below a path.
//   node tests/e2e/server.mjs [FOLDER] [PORT] [BASE]
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json', '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.woff2': 'font/woff2', '.csv': 'text/csv; charset=utf-8', '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml', '.webmanifest': 'application/manifest+json', '.md': 'text/markdown; charset=utf-8',
};

const HASHED = /-[0-9a-f]{16}(_bg)?\.\w+$/;

const kind = async (path) => stat(path).then((found) => (found.isDirectory() ? 'folder' : 'file'), () => 'nothing');

/** Serves `folder` at `http://127.0.0.1:port/base`; resolves to `{ origin, base, url, close }`. */
export async function serve(folder, { port = 0, base = '/' } = {}) {
  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (reason) {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(reason));
    }
  });

  async function answer(request, response) {
    const { pathname, search } = new URL(request.url, 'http://host');
    const send = async (status, path) => {
      const body = await readFile(path);
      const etag = `"${createHash('sha1').update(body).digest('base64url')}"`;
      // As the hosts of docs/hosting.md: files with a hash in their name are cached, all others are revalidated.
      const headers = { etag, 'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache' };
      if (status === 200 && request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
      response.writeHead(status, { ...headers, 'content-type': TYPES[extname(path)] ?? 'application/octet-stream', 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const move = (to) => response.writeHead(301, { location: to + search }).end();
    const missing = async () => ((await kind(join(folder, '404.html'))) === 'file'
      ? send(404, join(folder, '404.html'))
      : response.writeHead(404, { 'content-type': 'text/plain' }).end('not found'));

    if (base !== '/' && `${pathname}/` === base) return move(base);
    if (!pathname.startsWith(base)) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not on this site');
    let name;
    try { name = normalize(decodeURIComponent(pathname.slice(base.length))); } catch { return missing(); }
    if (name.startsWith('..') || name.includes(`${sep}..`)) return missing();
    const path = join(folder, name);
    const found = await kind(path);
    if (found === 'file') return send(200, path);
    if (found === 'folder' && !pathname.endsWith('/')) return move(`${pathname}/`);
    if (found === 'folder' && (await kind(join(path, 'index.html'))) === 'file') return send(200, join(path, 'index.html'));
    return missing();
  }

  await new Promise((ready) => server.listen(port, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin, base, url: origin + base,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder = 'dist', port = '8000', base = '/'] = process.argv.slice(2);
  const { url } = await serve(folder, { port: Number(port), base });
  console.log(`${folder} is served at ${url}`);
}
