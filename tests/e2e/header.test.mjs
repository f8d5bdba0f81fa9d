// The header of every page: 56 px high, one line, its menus by pointer and keyboard, with and without a script; the way up
// from a page; the three choices of colors; the search of a page that is not there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { SCHEMES, violations } from './axe.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };
const FIRST = ['Dashboard', 'States', 'Industries', 'Grantees', 'Stories', 'Explore', 'Data'];
const FURTHER = ['Sample dashboard', 'Results by grant', 'Compare', 'Charts', 'Definitions', 'Your report'];
const shown = (page) => page.locator('.site-nav a').evaluateAll((all) => all.filter((link) => link.checkVisibility()).map((link) => link.textContent));

for (const width of [320, 360, 768, 1024, 1100, 1280, 1440]) {
  test(`the header is 56 px high and nothing in it overlaps, at ${width} px`, async () => {
    const page = await site.page({ viewport: { width, height: 740 } });
    await page.visit('/states/MO/');
    const { height, boxes, cut } = await page.evaluate(() => {
      const header = document.querySelector('.site-header');
      const parts = header.querySelectorAll('.menu-button, .wordmark, .site-nav > ul:first-child a, .more-button, .find, .theme-switch');
      const name = header.querySelector('.wordmark');
      return {
        height: header.getBoundingClientRect().height,
        boxes: [...parts].filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect()).map(({ left, right }) => [left, right]),
        cut: name.scrollWidth > name.clientWidth,
      };
    });
    assert.ok(height <= 56.5, `${height} px`);
    boxes.forEach(([left, right], at) => assert.ok(left >= 0 && right <= width && (!at || left >= boxes[at - 1][1] - 0.5), `part ${at}: ${left} to ${right}`));
    if (width >= 360) assert.ok(!cut, 'the name of the site is cut');
    assert.deepEqual(await shown(page), width < 1024 ? [] : FIRST);
    await page.done();
  });
}

test('on a phone the menu opens and closes by tap and by keyboard, and is told', async () => {
  const page = await site.page(PHONE);
  await page.visit('/states/MO/');
  const button = page.getByRole('button', { name: 'Menu' });
  const devtools = await page.context().newCDPSession(page);
  // The state of a popover is in the tree, not in an attribute.
  const expanded = async () => {
    const { nodes } = await devtools.send('Accessibility.getFullAXTree');
    const found = nodes.find(({ role, name }) => role?.value === 'button' && name?.value === 'Menu');
    return found?.properties.find(({ name }) => name === 'expanded')?.value.value;
  };
  assert.equal(await expanded(), false);
  await button.tap();
  assert.deepEqual(await shown(page), [...FIRST, ...FURTHER]);
  assert.equal(await expanded(), true, 'the accessibility tree says that it is open');
  assert.equal(await page.locator('.site-nav [aria-current=page]').textContent(), 'States');
  await page.keyboard.press('Escape');
  assert.deepEqual(await shown(page), []);
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Dashboard', 'the menu follows its button');
  await page.keyboard.press('Escape');
  await page.done();
});

test('menus open without a script', async () => {
  for (const [width, name, all] of [[360, 'Menu', [...FIRST, ...FURTHER]], [1440, 'More', [...FIRST, ...FURTHER]]]) {
    const page = await site.page({ viewport: { width, height: 740 }, javaScriptEnabled: false });
    await page.goto(new URL('states/MO/', site.url).href);
    await page.getByRole('button', { name }).click();
    for (const link of all) assert.ok(await page.locator('.site-nav').getByRole('link', { name: link, exact: true }).isVisible(), `${link} at ${width} px`);
    await page.leave();
  }
});

test('on a phone the search is a button until it has the focus, and then wide enough to type', async () => {
  const page = await site.page(PHONE);
  await page.visit('/states/MO/');
  const width = () => page.locator('.find').evaluate((form) => form.getBoundingClientRect().width);
  assert.equal(await width(), 44);
  await page.locator('#find').tap();
  assert.ok(await width() >= 220);
  await page.locator('#find').fill('ohio');
  const first = await page.locator('.find-list [role=option]').first().boundingBox();
  assert.ok(first.x >= 0 && first.x + first.width <= 360, 'the list fits the screen');
  await page.done();
});

test('every page below the first level links to its parent page', async () => {
  const page = await site.page();
  const trails = {
    '/states/MO/': ['Dashboard', 'States and territories'],
    '/states/MO/pay/': ['Dashboard', 'States and territories', 'Missouri'],
    '/charts/map/': ['Dashboard', 'Chart types and how to read them'],
    '/data/good-jobs-challenge/': ['Dashboard', 'Data'],
    '/data/registered-apprenticeship/changes/1.1.0/': ['Dashboard', 'Data', 'Registered apprenticeship in the United States'],
    '/use/': ['Dashboard', 'Chart types and how to read them'],
    '/share-your-story/': ['Dashboard', 'Stories'],
    '/dashboard/': ['Dashboard'],
    '/states/': [],
  };
  for (const [address, trail] of Object.entries(trails)) {
    await page.visit(address);
    assert.deepEqual(await page.locator('.trail a').allTextContents(), trail, address);
  }
  await page.done();
});

test('the colors go from the system to the other, to the own and back to the system', async () => {
  for (const [colorScheme, other] of [['light', 'dark'], ['dark', 'light']]) {
    const page = await site.page({ colorScheme });
    await page.visit('/states/MO/');
    const chosen = () => page.evaluate(() => [document.documentElement.dataset.theme, localStorage.getItem('theme')]);
    for (const theme of [other, colorScheme]) {
      await page.locator('.theme-switch').click();
      assert.deepEqual(await chosen(), [theme, theme]);
    }
    await page.locator('.theme-switch').click();
    assert.deepEqual(await chosen(), [undefined, null]);
    assert.match(await page.locator('.site-header [role=status]').innerText(), /system/);
    await page.done();
  }
});

test('a page that is not there has a search and ways on, also without a script', async () => {
  const page = await site.page({ ...PHONE, javaScriptEnabled: false });
  await page.goto(new URL('404.html', site.url).href);
  await page.getByRole('searchbox', { name: 'Search this site' }).fill('Ohio');
  await page.getByRole('searchbox', { name: 'Search this site' }).press('Enter');
  await page.waitForURL(/\/find\/\?q=Ohio/);
  await page.leave();
});

test('no violation with a menu open, in both schemes', async () => {
  assert.deepEqual(await violations(site, '/states/MO/', { ...PHONE, schemes: SCHEMES }, (page) => page.locator('.menu-button').click()), []);
  assert.deepEqual(await violations(site, '/states/MO/', { schemes: SCHEMES }, (page) => page.locator('.more-button').click()), []);
});
