// Charts on other pages: two real servers on different ports, all four embed methods, sandboxed, under a policy,
// without scripts.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { desk } from './hosts.mjs';
import { openSite, seen } from './page.mjs';

const DIST = process.env.SITE ?? 'dist';
const VIEW = 'awards-by-industry';
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
const OTHER_QUESTION = '?package=good-jobs-challenge&measure=awards&by=state&view=bar';

let host, site;
before(async () => { host = await desk(DIST); site = await openSite({ url: host.url }); });
after(async () => { await site?.close(); await host?.close(); });

/** A page of another site, on another port. */
async function elsewhere(body, headers = {}) {
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(`<!doctype html><html lang="en"><title>other</title><link rel="icon" href="data:,">${body}`);
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  const url = `http://127.0.0.1:${server.address().port}/`;
  return { url, origin: url.slice(0, -1), close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }) };
}

/** Opens a page of another site, passes it to `look`, and fails where anything on it failed. */
async function shown(body, look, { headers, options } = {}) {
  const other = await elsewhere(typeof body === 'function' ? body(host.url) : body, headers);
  const page = await site.page(options);
  try {
    await page.goto(other.url);
    await look(page, other);
    await page.done();
  } finally {
    await other.close();
  }
}

const frame = (url, address, more = '') => `<iframe id="chart" src="${url}embed/${address}" title="A chart" width="100%" height="300" sandbox="${SANDBOX}" ${more}></iframe>`;
const heightOf = (page) => page.locator('#chart').evaluate((node) => node.getBoundingClientRect().height);
const contentOf = (page) => page.frameLocator('#chart').locator('body').evaluate((node) => node.getBoundingClientRect().height);

/** Fails unless the frame comes to be as high as its content: what it draws around it are borders of 2 px, and
 *  a part of a pixel is rounded up. */
async function fits(page) {
  for (let tries = 0; ; tries += 1) {
    const [own, content] = [await heightOf(page), await contentOf(page)];
    if (own >= content && own - content < 5) return;
    assert.ok(tries < 50, `the frame is ${own} px, its content ${content}`);
    await page.waitForTimeout(100);
  }
}

const documents = () => readdirSync(join(DIST, 'embed'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);

test('a published view is one small document that names no other file to load', () => {
  const ids = documents();
  assert.ok(ids.length > 50, `${ids.length} published views`);
  const heavy = [];
  for (const id of ids) {
    const html = readFileSync(join(DIST, 'embed', id, 'index.html'));
    const weight = brotliCompressSync(html).length;
    const text = html.toString();
    if (weight > 12_000) heavy.push(`${id}: ${weight}`);
    const ids = new Set(text.match(/(?<= id=")[^"]+/g));
    for (const [used] of text.matchAll(/(?<=<use href="#)[^"]+/g)) assert.ok(ids.has(used), `${id} uses ${used}`);
    assert.doesNotMatch(text, /<(script|img|iframe)[^>]*\ssrc=|rel="(stylesheet|preload|modulepreload)"/, id);
    assert.doesNotMatch(text, /\sstyle="/, id);
  }
  assert.deepEqual(heavy, [], 'bytes with brotli');
});

test('in faces of the reader\'s own system no two words of a published view meet and none leaves it', async () => {
  // One of each family of views that differ in their numbers only.
  const families = new Map(documents().map((id) => [id.replace(/^(wages-state|wages-grantee|wages-industry|story|pay)-.*/, '$1'), id]));
  assert.ok(families.size > 20, `${families.size} views`);
  for (const width of [360, 768]) {
    const page = await site.page({ viewport: { width, height: 800 } });
    for (const id of families.values()) {
      await page.goto(`${host.url}embed/${id}/`);
      const found = await page.evaluate(() => {
        const faults = [];
        const seen = [];
        const drawing = [...document.querySelectorAll('.drawing')].find((svg) => svg.getClientRects().length);
        for (const text of drawing?.querySelectorAll('text:not(.word)') ?? []) {
          const { left, right, top, height } = text.getBoundingClientRect();
          // From the height of capitals to the baseline.
          const box = { left, right, top: top + height * 0.28, bottom: top + height * 0.76, words: text.textContent };
          if (left < 0 || right > innerWidth) faults.push(`“${box.words}” leaves the view`);
          for (const other of seen) {
            const wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
            const high = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
            if (wide > 2 && high > 2) faults.push(`“${box.words}” meets “${other.words}”`);
          }
          seen.push(box);
        }
        return faults;
      });
      assert.deepEqual(found, [], `${id} at ${width} px`);
    }
    await page.done();
  }
});

test('the host script is under a kilobyte', () => {
  assert.ok(gzipSync(readFileSync(join(DIST, 'embed', 'host.js'))).length < 1024);
});

test('a frame keeps its height, sandboxed, from another origin, and asks for one file', async () => {
  const asked = [];
  await shown((url) => `${frame(url, `${VIEW}/`, 'data-good-jobs')}<script src="${url}embed/host.js"></script><script src="${url}embed/host.js"></script>`, async (page) => {
    await page.waitForFunction(() => Math.abs(document.getElementById('chart').getBoundingClientRect().height - 300) > 5);
    await fits(page);
    const own = await heightOf(page);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.waitForFunction((before) => document.getElementById('chart').getBoundingClientRect().height !== before, own);
    await fits(page);
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.frameLocator('#chart').locator('h1').waitFor();
  });
  const ours = asked.filter((url) => url.startsWith(host.url) && !url.endsWith('host.js'));
  assert.deepEqual(ours, [`${host.url}embed/${VIEW}/`]);
});

test('a frame that lies about its height, or another frame, moves nothing', async () => {
  await shown((url) => `${frame(url, `${VIEW}/`, 'data-good-jobs')}<iframe id="liar" srcdoc="<script>parent.postMessage({type:'good-jobs:height',v:1,token:null,height:4000},'*');parent.postMessage({type:'good-jobs:height',v:1,height:NaN},'*')</script>"></iframe><script src="${url}embed/host.js"></script>`, async (page) => {
    await page.frameLocator('#chart').locator('h1').waitFor();
    await page.quiet();
    assert.ok((await heightOf(page)) < 2500);
  });
});

test('the element shows the chart under a strict policy, tells what happens, and keeps its content without scripts', async () => {
  const body = (url) => `<good-jobs-chart id="element" view="${VIEW}" theme="dark"><a href="${url}embed/${VIEW}/"><img alt="Grants by industry" src="${url}embed/${VIEW}/picture.png" width="300" height="200"></a></good-jobs-chart><script src="${url}embed/element.js"></script>`;
  const origin = host.url.slice(0, -1);
  const headers = { 'content-security-policy': `default-src 'none'; script-src ${origin}; frame-src ${origin}; img-src ${origin} data:; style-src 'self'` };
  await shown(body, async (page) => {
    const inner = page.locator('#element').locator('iframe');
    await page.waitForFunction(() => { const own = document.getElementById('element').shadowRoot; return own && !own.querySelector('slot'); });
    const frameOf = inner.contentFrame();
    assert.match(await frameOf.locator('h1').textContent(), /industry/i);
    assert.equal(await frameOf.locator('html').getAttribute('data-theme'), 'dark');
    await page.evaluate(() => { document.addEventListener('good-jobs-select', ({ detail }) => { window.selected = detail; }); });
    await frameOf.locator('.wide .mark').first().click();
    await page.waitForFunction(() => window.selected !== undefined);
    assert.match(await page.evaluate(() => window.selected.label), /\w/);
    await page.evaluate(() => document.getElementById('element').setAttribute('theme', 'light'));
    await frameOf.locator('html[data-theme=light]').waitFor({ state: 'attached' });
  }, { headers });
  await shown(body, async (page) => {
    await seen(page.getByAltText('Grants by industry'));
  }, { options: { javaScriptEnabled: false } });
});

/** The drawing that is shown within the frame. */
const drawingIn = (page) => page.frameLocator('#chart').locator('.drawing:visible').first();

test('a chart in a sandboxed frame answers the pointer, the keys and a finger', async () => {
  await shown((url) => `${frame(url, `${VIEW}/`, 'data-good-jobs')}<script src="${url}embed/host.js"></script>`, async (page) => {
    await fits(page);
    const inner = page.frameLocator('#chart');
    const mark = drawingIn(page).locator('.mark').nth(1);
    await mark.hover();
    await seen(inner.locator('.chart-tip'));
    assert.equal(await inner.locator('.chart-tip-name').textContent(), await mark.getAttribute('aria-label'));
    await page.keyboard.press('Escape');
    await drawingIn(page).focus();
    await page.keyboard.press('ArrowRight');
    const first = drawingIn(page).locator('.mark').first();
    assert.ok(await first.evaluate((node) => node === document.activeElement));
    await seen(inner.locator('.chart-ring'));
    assert.equal(await inner.locator('.chart-tip-name').textContent(), await first.getAttribute('aria-label'));
    await page.keyboard.press('PageUp');
    const highest = await inner.locator('.mark:focus').getAttribute('data-value');
    const all = await drawingIn(page).locator('.mark[data-value]').evaluateAll((marks) => marks.map(({ dataset }) => Number(dataset.value)));
    assert.equal(Number(highest), Math.max(...all));
  });
  await shown((url) => frame(url, `${VIEW}/`), async (page) => {
    await drawingIn(page).locator('.mark').nth(2).tap();
    await seen(page.frameLocator('#chart').locator('.chart-tip[data-pinned] .chart-close'));
  }, { options: { hasTouch: true, viewport: { width: 390, height: 800 } } });
});

test('a chart of many marks is a picture until somebody comes to it', async () => {
  const many = documents().filter((id) => readFileSync(join(DIST, 'embed', id, 'index.html'), 'utf8').includes('data-flat'));
  assert.ok(many.length, 'no published view has many marks');
  for (const id of many) {
    await shown((url) => frame(url, `${id}/`), async (page) => {
      const inner = page.frameLocator('#chart');
      const [title, height] = [await inner.locator('h1').textContent(), await drawingIn(page).evaluate((svg) => svg.viewBox.baseVal.height)];
      assert.match(await drawingIn(page).getAttribute('aria-label'), /\w/);
      await drawingIn(page).focus();
      const named = inner.locator('.drawing[role=list]:focus');
      await named.waitFor({ timeout: 60_000 });
      assert.equal(await inner.locator('h1').textContent(), title);
      assert.equal(await inner.locator('.links a').count(), 3);
      assert.equal(await named.evaluate((svg) => svg.viewBox.baseVal.height), height);
      for (let into = 0; into < 3; into += 1) await page.keyboard.press('ArrowRight');
      assert.match(await inner.locator('.mark:focus').getAttribute('aria-label'), /\d/);
    });
  }
});

test('a chart that is to stand still does', async () => {
  const files = [];
  await shown((url) => frame(url, `${VIEW}/?static`), async (page) => {
    page.on('request', (request) => files.push(request.url()));
    await drawingIn(page).locator('.mark').nth(1).hover();
    await page.quiet();
  });
  assert.deepEqual(files, []);
});

test('without scripts a published view is there as it is; any other question says which view stands in its place', async () => {
  // A sandboxed frame is another process, which hears late that its scripts are off.
  const plain = (url, address) => frame(url, address).replace(/ sandbox="[^"]*"/, '');
  await shown((url) => plain(url, `${VIEW}/`), async (page) => {
    const inner = page.frameLocator('#chart');
    assert.match(await inner.locator('h1').textContent(), /industry/i);
    await seen(inner.locator('.wide svg'));
    assert.match(await inner.locator('.source').textContent(), /\w/);
  }, { options: { javaScriptEnabled: false } });
  await shown((url) => plain(url, OTHER_QUESTION), async (page) => {
    const inner = page.frameLocator('#chart');
    assert.match(await inner.locator('noscript').textContent(), /published view/);
    await inner.locator('noscript a').nth(3).waitFor({ state: 'attached' });
  }, { options: { javaScriptEnabled: false } });
});

test('any other question is drawn by script, sandboxed, and the frame follows', async () => {
  await shown((url) => `${frame(url, `${VIEW}/${OTHER_QUESTION}&title=Our%20%3Cb%3Eawards&utm_source=x`, 'data-good-jobs')}<script src="${url}embed/host.js"></script>`, async (page) => {
    const inner = page.frameLocator('#chart');
    await inner.locator('h1', { hasText: 'Our <b>awards' }).waitFor({ timeout: 30_000 });
    assert.match(await inner.locator('.author').first().textContent(), /Grants by state/);
    assert.match(await inner.locator('.wide svg').getAttribute('aria-label'), /Grants by state/);
    assert.ok((await inner.locator('.wide .mark').count()) > 20);
    assert.match(await inner.locator('.edition').textContent(), /version/);
    await fits(page);
  });
});

test('a fixed version says so and is kept; filters change only for pages that the site lists', async () => {
  const [entry] = JSON.parse(readFileSync(join(DIST, 'data', 'catalog.json'))).packages.filter(({ versions }) => versions.length > 1);
  const oldest = entry.versions.at(-1).version;
  await shown((url) => frame(url, `?package=${entry.name}&at=${oldest}`), async (page) => {
    const inner = page.frameLocator('#chart');
    await inner.locator('.edition', { hasText: 'Fixed to' }).waitFor({ timeout: 60_000 });
    assert.match(await inner.locator('.edition').textContent(), new RegExp(`${oldest.replaceAll('.', '\\.')}.*is newer`, 's'));
    const before = await inner.locator('html').evaluate(() => location.href);
    await page.evaluate(() => document.getElementById('chart').contentWindow.postMessage({ type: 'good-jobs:set', v: 1, filter: { state: ['MD'] } }, '*'));
    await page.quiet();
    assert.equal(await inner.locator('html').evaluate(() => location.href), before);
  });
});

test('data of others show in no embed that the site does not list', async () => {
  await shown((url) => frame(url, '?package=https://elsewhere.example/datapackage.json'), async (page) => {
    const inner = page.frameLocator('#chart');
    await inner.locator('h1', { hasText: 'cannot be shown' }).waitFor({ timeout: 30_000 });
    assert.match(await inner.locator('main').textContent(), /elsewhere\.example/);
  });
});

test('flags hide what may be hidden and no more', async () => {
  await shown((url) => frame(url, `${VIEW}/?plain=true&transparent&hideControls=1&dark=true`), async (page) => {
    const inner = page.frameLocator('#chart');
    await seen(inner.locator('.source'));
    await seen(inner.locator('.edition'));
    for (const gone of ['h1', '.links']) {
      assert.equal(await inner.locator(gone).count(), 1);
      assert.equal(await inner.locator(gone).isVisible(), false);
    }
    assert.equal(await inner.locator('html').getAttribute('data-theme'), 'dark');
  });
});

test('twenty in a page weigh less than 300 kB until somebody asks for more', async () => {
  const ids = documents().slice(0, 20);
  let bytes = 0;
  const files = [];
  for (const id of ids) {
    const html = readFileSync(join(DIST, 'embed', id, 'index.html'));
    bytes += gzipSync(html, { level: 9 }).length;
  }
  await shown((url) => ids.map((id) => `<iframe src="${url}embed/${id}/" data-good-jobs sandbox="${SANDBOX}" width="640" height="300"></iframe>`).join('') + `<script src="${url}embed/host.js"></script>`, async (page) => {
    page.on('request', (request) => files.push(request.url()));
    await page.reload();
    await page.frameLocator('iframe >> nth=19').locator('h1').waitFor();
    await page.quiet();
  });
  const more = files.filter((url) => url.startsWith(host.url) && !/\/embed\/(host\.js|[a-z0-9-]+\/)$/.test(url));
  assert.deepEqual(more, []);
  assert.ok(bytes < 300_000, `${bytes} bytes with gzip`);
});

test('oEmbed answers from a file and the document names it', async () => {
  const html = readFileSync(join(DIST, 'embed', VIEW, 'index.html'), 'utf8');
  assert.match(html, new RegExp(`<link rel="alternate" type="application/json\\+oembed"[^>]*href="[^"]*/embed/${VIEW}/oembed\\.json"`));
  const answer = JSON.parse(readFileSync(join(DIST, 'embed', VIEW, 'oembed.json'), 'utf8'));
  assert.equal(answer.version, '1.0');
  assert.equal(answer.type, 'rich');
  for (const key of ['html', 'width', 'height', 'title', 'provider_name', 'thumbnail_url', 'thumbnail_width', 'thumbnail_height']) assert.ok(answer[key], key);
  assert.match(answer.html, /sandbox="allow-scripts/);
  await shown((url) => answer.html.replace(/src="[^"]*\/embed\//, `src="${url}embed/`).replace('<iframe', '<iframe id="chart"'), async (page) => {
    const content = await contentOf(page);
    assert.ok(answer.height >= content - 8 && answer.height <= content + 160, `${answer.height} for ${content} px`);
  }, { options: { viewport: { width: answer.width + 16, height: 900 } } });
});

test('the dialog of sharing says which kind it copies, and what it copies shows the chart', async () => {
  const page = await site.page();
  await page.visit('/industries/');
  await page.locator('.share-button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  assert.match(await dialog.locator('.share-kind').textContent(), /published view/i);
  assert.match(await dialog.textContent(), /No cookies, no tracking\./);
  const recipes = await dialog.locator('.share-hint a').evaluate((link) => link.href);
  assert.ok((await page.request.get(recipes)).ok(), recipes);
  const snippet = await dialog.getByLabel('Web component with iframe fallback').inputValue();
  assert.match(snippet, /<good-jobs-chart view="[a-z-]+"/);
  await dialog.getByLabel('Your title').fill('Where "we" work');
  await dialog.getByLabel('Your title').blur();
  assert.match(await dialog.getByLabel('Link', { exact: true }).inputValue(), /title=Where/);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  assert.ok(await page.locator('.share-button').first().evaluate((node) => node === document.activeElement));
  await page.done();
});

test('the author changes the chart in the dialog, and the address shows it', async () => {
  const page = await site.page();
  await page.visit('/industries/');
  await page.locator('.share-button').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Customize the chart').click();
  const link = dialog.getByLabel('Link', { exact: true });
  const marks = dialog.getByLabel('Highlighted items');
  const [first, second] = await marks.locator('option').evaluateAll((options) => options.slice(0, 2).map(({ value }) => value));
  await marks.selectOption([first, second]);
  assert.match(await link.inputValue(), new RegExp(`highlight=${first}~${second}`));
  assert.match(await dialog.locator('.share-kind').first().textContent(), /needs JavaScript/);
  await dialog.getByLabel('Maximum rows').fill('4');
  await dialog.getByLabel('Maximum rows').blur();
  await dialog.getByLabel('Annotate').selectOption(first);
  await dialog.getByLabel('Annotation text').fill('a <b>new</b> program');
  await dialog.getByLabel('Annotation text').blur();
  const address = await link.inputValue();
  for (const part of ['top=4', `remark.${first}=a+`]) assert.ok(address.includes(part), `${part} in ${address}`);
  assert.equal(await dialog.getByLabel('Aspect ratio').count(), 0, 'the height of bars is that of their rows');
  const inner = page.frameLocator('.share-frame');
  await inner.locator('.wide .drawing text, .narrow .drawing text').filter({ hasText: 'a <b>new</b> program' }).first().waitFor({ state: 'attached', timeout: 30_000 });
  assert.equal(await inner.locator('.wide .mark').count(), 4);
  // By name it is another four.
  await dialog.getByLabel('Sort by').selectOption('name');
  assert.match(await link.inputValue(), /sort=name/);
  await inner.locator('.warn', { hasText: first }).waitFor({ timeout: 30_000 });
  await page.done();
});

test('on a filtered page, as many content systems make it, the picture with its link stays', async () => {
  // Frames and scripts are taken out: what is left is the element's own content.
  await shown((url) => `<p><a href="${url}embed/${VIEW}/"><img src="${url}embed/${VIEW}/picture.png" alt="Grants by industry"></a></p>`, async (page) => {
    const picture = page.getByAltText('Grants by industry');
    await picture.waitFor();
    assert.ok(await picture.evaluate((node) => node.complete && node.naturalWidth > 600));
  });
});
