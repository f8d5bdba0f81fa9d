// The app starts, silently, under its own policy; and when it cannot, it says so.
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
  await page.done();
});

test('script that is not ours is refused', async () => {
  const page = await site.page();
  await page.visit('/');
  page.expectFault(/policy refused script-src/);
  page.expectFault(/Content Security Policy/);
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.text = ''; // an own, empty text: only to be able to append a node
    const holder = document.createElement('div');
    holder.setAttribute('onclick', 'window.ran = true');
    document.body.append(holder);
    holder.click();
    return window.ran === true;
  });
  assert.equal(ran, false);
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
  assert.match(await alert.innerText(), /could not start/);
  assert.ok(await alert.getByRole('link').isVisible());
  await page.done();
});

test('an address that asks for a view of its own is marked before anything is painted', async () => {
  for (const [address, asked] of [['/?measure=enrolled', true], ['/?f.state=MD', true], ['/?utm_source=mail', false], ['/', false]]) {
    const page = await site.page();
    await page.visit(address);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.asked === '1'), asked, address);
    await page.done();
  }
});

test('the theme follows the address', async () => {
  const page = await site.page();
  await page.visit('/?theme=dark');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.done();
});
