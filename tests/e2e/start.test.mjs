// The app starts, without console output, under its own policy; and when it cannot, it shows a message.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

test('the page opens with nothing logged, thrown or refused', async () => {
  const page = await site.page();
  await page.visit('/');
  assert.ok(await page.locator('h1').first().isVisible());
  assert.equal(await page.evaluate(() => window.appStarted), 'yes');
  await page.waitForTimeout(4000); // Chromium says so late when something was preloaded in vain
  await page.done();
});

test('the same site opens under a path', async () => {
  const under = await openSite({ folder: 'build/under-path', base: '/good-jobs/' });
  try {
    const page = await under.page();
    await page.visit('/');
    assert.equal(await page.evaluate(() => document.baseURI), under.url);
    assert.ok(await page.locator('h1').first().isVisible());
    await page.done();
  } finally {
    await under.close();
  }
});

test('where nothing was prerendered, the app makes the page itself', async () => {
  const page = await site.page();
  await page.route('**/explore/', async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    await route.fulfill({ response: answer, body: text.replace(/<body>[^]*<\/body>/, '<body></body>') });
  });
  await page.visit('/explore/');
  await page.locator('main h1').first().waitFor({ timeout: 20_000 });
  await page.done();
});

test('script and style written into the page are refused by the policy', async () => {
  const page = await site.page();
  await page.visit('/');
  page.expectFault(/policy refused style-src/);
  page.expectFault(/policy refused require-trusted-types-for/);
  page.expectFault(/Content Security Policy|TrustedScript/);
  const [handler, colour] = await page.evaluate(() => {
    const box = document.body.appendChild(document.createElement('div'));
    box.setAttribute('style', 'color: red');
    try { box.setAttribute('onclick', 'window.ran = true'); } catch { return ['refused', box.style.color]; }
    return ['set', box.style.color];
  });
  assert.equal(handler, 'refused');
  assert.equal(colour, '');
  await page.done();
});

test('markup that acts is refused by the Trusted Types policy', async () => {
  const page = await site.page();
  await page.visit('/');
  const refused = await page.evaluate(() => {
    const attempt = (markup) => {
      try { document.createElement('div').innerHTML = markup; return false; } catch { return true; }
    };
    return [attempt('<img src=x onerror=alert(1)>'), attempt('<script>1</script>'), attempt('<p class="fixed">text</p>')];
  });
  assert.deepEqual(refused, [true, true, false]);
  await page.done();
});

test('when the app cannot start, the page says so and offers to load again', async () => {
  const page = await site.page();
  await page.route('**/*.wasm', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'not wasm' }));
  page.expectFault(/CompileError|WebAssembly/);
  await page.visit('/');
  const alert = page.getByRole('alert');
  assert.match(await alert.innerText(), /did not load completely/);
  assert.ok(await alert.getByRole('link').isVisible());
  await page.done();
});

test('an address that asks for a view of its own is marked before anything is painted', async () => {
  for (const [address, asked] of [['/?measure=enrolled', true], ['/?f.state=MD', true], ['/?utm_source=mail', false], ['/', false]]) {
    const page = await site.page();
    // The mark goes away when the answer is there.
    await page.addInitScript(() => addEventListener('DOMContentLoaded', () => { window.wasAsked = document.documentElement.dataset.asked === '1'; }));
    await page.visit(address);
    assert.equal(await page.evaluate(() => window.wasAsked), asked, address);
    await page.waitForFunction(() => !document.documentElement.dataset.asked);
    await page.done();
  }
});

test('the theme follows the address', async () => {
  const page = await site.page();
  await page.visit('/?theme=dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.done();
});
