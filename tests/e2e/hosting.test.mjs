// Common hosts send the headers in src/publish/headers, and the site works on them. The same checks can be run against
// an existing host:  HOST_URL=https://… node --test tests/e2e/hosting.test.mjs
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer, get } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { desk, nginx } from './hosts.mjs';
import { openSite } from './page.mjs';
import { mutations, watchMutations } from './takeover.mjs';

const DIST = process.env.SITE ?? 'dist';
const FOREVER = 'public, max-age=31536000, immutable';
const FILES = readdirSync(DIST, { recursive: true }).filter((path) => statSync(join(DIST, path)).isFile());
const TOLD = ['cache-control', 'x-content-type-options', 'referrer-policy', 'permissions-policy', 'content-security-policy',
  'x-frame-options', 'access-control-allow-origin', 'cross-origin-resource-policy', 'content-type'];
const one = (pattern) => FILES.find((path) => pattern.test(path)) ?? assert.fail(`${DIST} has no file like ${pattern}`);

const hosts = process.env.HOST_URL
  ? [{ name: process.env.HOST_URL, open: async () => ({ url: process.env.HOST_URL, close: async () => {} }) }]
  : [{ name: 'nginx', open: () => nginx(DIST) }, { name: 'outcomes serve', open: () => desk(DIST) }];

for (const { name, open } of hosts) {
  describe(name, () => {
    let host;
    before(async () => { host = await open(); });
    after(async () => { await host?.close(); });
    const ask = (path, options) => fetch(new URL(path, host.url), { redirect: 'manual', ...options });
    const told = async (path, wanted) => {
      const response = await ask(path, { method: 'HEAD' });
      assert.equal(response.status, 200, path);
      for (const [key, value] of Object.entries(wanted)) assert.equal(response.headers.get(key), value, `${path}: ${key}`);
    };

    test('files named by what they hold are kept for ever and may be read from anywhere', async () => {
      for (const [pattern, type] of [[/^boot-.*\.js$/, /javascript/], [/_bg\.wasm$/, /^application\/wasm$/],
        [/^site-.*\.css$/, /^text\/css/], [/\.woff2$/, /^font\/woff2$/]]) {
        const path = one(pattern);
        await told(path, {
          'cache-control': FOREVER, 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin',
          'x-content-type-options': 'nosniff', 'x-frame-options': null,
        });
        assert.match((await ask(path, { method: 'HEAD' })).headers.get('content-type'), type);
      }
    });

    test('a released version is kept for ever, the newest data is asked for', async () => {
      await told(one(/^data\/[^/]+\/v\/[^/]+\/.*\.csv$/), { 'cache-control': FOREVER, 'access-control-allow-origin': '*' });
      for (const path of ['data/catalog.json', one(/^data\/[^/]+\/[^/]+\.csv$/), 'pictures/overview.png', 'geo/states-10m.json']) {
        await told(path, { 'cache-control': 'no-cache', 'access-control-allow-origin': '*' });
      }
      await told('version.json', { 'cache-control': 'no-cache', 'access-control-allow-origin': null });
    });

    test('pages are asked for and framed by this site alone, embeds by anyone', async () => {
      for (const path of ['', 'explore/', 'explore/?by=state', 'data/', 'data/index.html']) {
        await told(path, {
          'cache-control': 'no-cache', 'content-security-policy': "frame-ancestors 'self'", 'x-frame-options': 'SAMEORIGIN',
          'referrer-policy': 'strict-origin-when-cross-origin', 'content-type': 'text/html; charset=utf-8',
          'permissions-policy': 'camera=(), microphone=(), geolocation=()',
        });
      }
      const embed = one(/^embed\/[^/]+\/index\.html$/);
      for (const path of [embed, embed.replace('index.html', '')]) {
        await told(path, { 'content-security-policy': null, 'x-frame-options': null, 'access-control-allow-origin': '*' });
      }
    });

    test('an address without a page is answered 404, with the page that says so', async () => {
      const page = readFileSync(join(DIST, '404.html'), 'utf8');
      const paths = ['nothing', 'nothing/', 'explore/nothing.html', 'icons/', 'embed/nothing/', '.git/config', 'boot-0123456789abcdef.js',
        one(/^data\/[^/]+\/v\/[^/]+\/.*\.csv$/).replace('.csv', '-not.csv')];
      for (const path of paths) {
        const response = await ask(path);
        assert.equal(response.status, 404, path);
        assert.equal(await response.text(), page, path);
        assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8', path);
        // Else a file that arrives a minute later would be missing for a year.
        assert.notEqual(response.headers.get('cache-control'), FOREVER, path);
      }
    });

    test('a folder without its slash moves on and keeps the query', async () => {
      for (const [path, to] of [['explore', 'explore/'], ['explore?measure=a&by=b%20c', 'explore/?measure=a&by=b%20c']]) {
        const response = await ask(path);
        assert.equal(response.status, 301, path);
        assert.equal(new URL(response.headers.get('location'), response.url).href, new URL(to, host.url).href);
      }
    });

    test('a known state is not sent again', async () => {
      const { headers } = await ask('');
      const again = await ask('', { headers: { 'if-none-match': headers.get('etag') } });
      assert.equal(again.status, 304);
      assert.equal(again.headers.get('cache-control'), 'no-cache');
    });

    test('it is only read, and nothing outside the folder is', async () => {
      assert.equal((await ask('', { method: 'POST', body: 'x' })).status, 405);
      for (const path of ['/../Cargo.toml', '/%2e%2e/Cargo.toml', '/..%2fCargo.toml', '/explore/..%5c..%5cCargo.toml']) {
        const status = await raw(host.url, path);
        assert.ok([400, 404].includes(status), `${path}: ${status}`);
      }
    });

    test('the site is taken over without a mutation', async () => {
      const site = await openSite({ url: host.url });
      try {
        for (const address of ['', 'explore/']) {
          const page = await site.page();
          await watchMutations(page);
          await page.visit(address);
          assert.deepEqual(await mutations(page), [], address);
          await page.done();
        }
      } finally {
        await site.close();
      }
    });

    test('another site may show an embed in a sandboxed frame, and no other page', async () => {
      const embed = new URL(one(/^embed\/[^/]+\/index\.html$/).replace('index.html', ''), host.url).href;
      const other = await foreign(`<!doctype html><title>other</title><iframe id="embed" sandbox src="${embed}"></iframe>
        <iframe id="page" src="${host.url}"></iframe>`);
      const site = await openSite({ url: other.url });
      try {
        const page = await site.page();
        page.expectFault(/frame-ancestors|X-Frame-Options|ERR_BLOCKED_BY_RESPONSE|chrome-error/);
        // A frame without scripts also shows the chart; Chromium reports that it ran none.
        page.expectFault(/Blocked script execution/);
        await page.goto(other.url);
        const picture = page.frameLocator('#embed').locator('img, svg').first();
        await picture.waitFor();
        assert.ok(await picture.evaluate((node) => node.tagName !== 'IMG' || node.naturalWidth > 0), 'the picture is not drawn');
        assert.equal(await page.frameLocator('#page').locator('main h1').count(), 0, 'a page is framed');
        await page.done();
      } finally {
        await site.close();
        await other.close();
      }
    });
  });
}

const isOurs = { skip: process.env.HOST_URL !== undefined };

for (const open of [nginx, desk]) {
  test(`under a path ${open.name} says the same`, isOurs, async () => {
    const host = await open(DIST, '/good-jobs/');
    try {
      const ask = (path) => fetch(new URL(path, host.url), { method: 'HEAD', redirect: 'manual' });
      const header = async (path, key) => (await ask(path)).headers.get(key);
      assert.equal(await header('', 'x-frame-options'), 'SAMEORIGIN');
      assert.equal(await header('', 'cache-control'), 'no-cache');
      assert.equal(await header(one(/^boot-.*\.js$/), 'cache-control'), FOREVER);
      assert.equal(await header(one(/^data\/[^/]+\/v\/[^/]+\/.*\.csv$/), 'cache-control'), FOREVER);
      assert.equal(await header('data/catalog.json', 'access-control-allow-origin'), '*');
      assert.equal(await header('explore?by=state', 'location'), '/good-jobs/explore/?by=state');
      const missing = await fetch(new URL('nothing', host.url));
      assert.equal(missing.status, 404);
      assert.equal(await missing.text(), readFileSync(join(DIST, '404.html'), 'utf8'));
      assert.equal((await ask('/')).status, 404);
    } finally {
      await host.close();
    }
  });
}

test('nginx sends the same as the desk, and _headers says the same, of every file', isOurs, async () => {
  const [first, second] = await Promise.all([nginx(DIST), desk(DIST)]);
  try {
    const rules = rulesOf(readFileSync('docs/hosting/_headers', 'utf8'));
    const wrong = [];
    for (const path of FILES) {
      const [ours, theirs] = await Promise.all([first, second].map(async ({ url }) => {
        const { headers } = await fetch(new URL(path, url), { method: 'HEAD' });
        return Object.fromEntries(TOLD.map((key) => [key, headers.get(key)]));
      }));
      const named = sentBy(rules, `/${path}`);
      for (const key of TOLD) {
        if (ours[key] !== theirs[key]) wrong.push(`${path}: ${key}: nginx ${ours[key]}, desk ${theirs[key]}`);
        // Hosts that read _headers know media types and ask for every file by themselves.
        const isMeant = key !== 'content-type' && theirs[key] !== 'no-cache' && theirs[key] !== null;
        if (isMeant && named[key] !== theirs[key]) wrong.push(`${path}: ${key}: _headers ${named[key]}, desk ${theirs[key]}`);
        if (theirs[key] === 'no-cache' && named[key]) wrong.push(`${path}: _headers keeps it`);
      }
    }
    assert.deepEqual(wrong, []);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

const rulesOf = (text) => text.split('\n').reduce((rules, line) => {
  if (line.startsWith('/')) {
    const pattern = line.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*').replace(/:\w+/g, '[^/]+');
    rules.push({ pattern: new RegExp(`^${pattern}$`), headers: [] });
  } else if (/^\s+\S/.test(line)) {
    rules.at(-1).headers.push(line.trim().split(': '));
  }
  return rules;
}, []);
const sentBy = (rules, path) => Object.fromEntries(rules.filter(({ pattern }) => pattern.test(path))
  .flatMap(({ headers }) => headers.map(([key, value]) => [key.toLowerCase(), value])));

/** The status of a request whose path is sent unchanged; `fetch` would normalize it. */
const raw = (url, path) => new Promise((tell, fail) => {
  get({ host: new URL(url).hostname, port: new URL(url).port, path }, (response) => { response.resume(); tell(response.statusCode); })
    .on('error', fail);
});

/** Another site with one page; only its port differs. */
async function foreign(html) {
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}
