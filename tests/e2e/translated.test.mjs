// A page that the browser translates: every text is replaced by elements of the translator, before the app takes the
// page over or after. After any later choice, the page has the same text as an untranslated page, digit for digit.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { desk } from './hosts.mjs';
import { openSite, seen } from './page.mjs';

// Served as a host should: the preview of an embed may read its script from a sandbox.
let host, site;
before(async () => {
  host = await desk(process.env.SITE ?? 'dist');
  site = await openSite({ url: host.url });
});
after(async () => { await site?.close(); await host?.close(); });

/** Runs in the page and does what the translators of browsers do. A "translation" is the text in ⟦ ⟧, which shows
 *  what is translated, and once only. */
function translate() {
  const LEFT = new Set(['SCRIPT', 'STYLE', 'TEXTAREA', 'INPUT', 'NOSCRIPT', 'CODE', 'FONT']);
  const put = (text) => {
    const around = text.parentNode;
    if (!around || LEFT.has(around.nodeName) || around instanceof SVGElement || !text.data.trim()) return;
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = `⟦${text.data}⟧`;
    outer.append(inner);
    around.replaceChild(outer, text);
  };
  const all = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    texts.forEach(put);
  };
  all(document.body);
  new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
    if (node.nodeType === Node.TEXT_NODE) put(node);
    else if (node.nodeType === Node.ELEMENT_NODE && node.nodeName !== 'FONT') all(node);
  }))).observe(document.body, { childList: true, subtree: true });
  document.documentElement.lang = 'es';
}

/** A page of the site that is translated before the app takes over, or after. */
async function translated(address, isEarly) {
  const page = await site.page();
  if (isEarly) await page.addInitScript(`addEventListener('DOMContentLoaded', ${translate});`);
  await page.visit(address);
  if (!isEarly) await page.evaluate(translate);
  return page;
}

/** The text of a part of the page, without text for screen readers only and without the translator's marks. */
const words = (page, part) => page.locator(part).first().evaluate((element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll('[role=status], .chart-tip, .saved-told, script').forEach((one) => one.remove());
  return copy.textContent.replace(/[⟦⟧]/g, '').replace(/\s+/g, '');
});

/** Fails unless the page has the text of the untranslated page at the same address, including the title of the document. */
async function agrees(page, part) {
  const plain = await site.page();
  await plain.visit(page.url().replace(site.url, ''));
  let own, known;
  for (let turn = 0; turn < 50; turn += 1) {
    [own, known] = [await words(page, part), await words(plain, part)];
    if (own === known && (await page.title()) === (await plain.title())) break;
    await page.waitForTimeout(200);
  }
  assert.equal(own, known, page.url());
  assert.equal(await page.title(), await plain.title());
  // Every text occurs once, as translated, without an older copy.
  const left = await page.locator(part).first().evaluate((element) => [...element.querySelectorAll('h2, h3, caption, .figure-summary')].filter(({ textContent }) => textContent.split('⟦').length > 2).map(({ textContent }) => textContent));
  assert.deepEqual(left, []);
  await plain.done();
}

for (const isEarly of [true, false]) {
  const when = isEarly ? 'before the app takes over' : 'after the app has taken over';

  test(`Explore, translated ${when}, says what it shows after every choice`, async () => {
    const page = await translated('explore/', isEarly);
    const part = '.explorer';
    await agrees(page, part);
    assert.match(await page.locator('.figure-title').first().textContent(), /^⟦[^⟦⟧]+⟧$/);
    const other = async (select) => {
      const list = page.locator(select);
      const values = await list.locator('option').evaluateAll((options) => options.filter(({ selected, disabled }) => !selected && !disabled).map(({ value }) => value));
      await list.selectOption(values[0]);
    };
    await other('#explore-measure');
    await agrees(page, part);
    // Of this measure there is one row and no filter; of the first one there are many.
    await page.goBack();
    await agrees(page, part);
    await other('#explore-by');
    await agrees(page, part);
    await page.locator('input[name=view][value=table]').check();
    await agrees(page, part);
    const filter = page.locator('.filters details.filter', { has: page.locator('input[type=checkbox]:enabled') }).first();
    await filter.locator('summary').click();
    await filter.locator('input[type=checkbox]:enabled').first().check();
    await agrees(page, part);
    await filter.locator('input[type=checkbox]:enabled').first().uncheck();
    await agrees(page, part);
    await page.goBack();
    await page.goBack();
    await agrees(page, part);
    for (const button of ['.save-button', '.share-button']) {
      await page.locator(button).first().click();
      await seen(page.locator('dialog[open]'));
      await page.keyboard.press('Escape');
    }
    await agrees(page, part);
    await page.done();
  });

  test(`a list, translated ${when}, is searched and counted`, async () => {
    const page = await translated('grantees/', isEarly);
    await page.locator('#sift-find').fill('maryland');
    await page.waitForFunction(() => location.search.includes('find=maryland'));
    await agrees(page, 'main');
    const shown = await page.locator('[data-line]:not([hidden])').count();
    assert.match(await page.locator('.sift-count').textContent(), new RegExp(`^⟦[^⟦⟧]*\\b(?:${shown}|${shown === 1 ? 'One' : shown})\\b[^⟦⟧]*⟧$`));
    await page.done();
  });

  test(`a comparison, translated ${when}, stays as it is and answers`, async () => {
    const page = await translated('compare/?of=states&items=MO~VA', isEarly);
    await agrees(page, 'main');
    await page.locator('.theme-switch').click();
    await page.locator('.save-button').first().click();
    await seen(page.locator('dialog[open]'));
    await page.keyboard.press('Escape');
    await agrees(page, 'main');
    await page.done();
  });

  test(`the page of a report, translated ${when}, keeps its list`, async () => {
    const page = await translated(`report/?v=${encodeURIComponent('package=good-jobs-challenge&measure=awards&by=state')}&v=${encodeURIComponent('package=wages-oews-2025&measure=hourly_median&by=state&f.occupation_code=47-2111')}`, isEarly);
    await page.locator('.report-charts li').nth(1).waitFor();
    await agrees(page, 'main');
    await page.locator('[data-move=down]').first().click();
    await agrees(page, '.report-list');
    await page.locator('.report-charts li').first().locator('button').last().click();
    await page.waitForFunction(() => document.querySelectorAll('.report-charts li').length === 1);
    await agrees(page, '.report-list');
    await page.done();
  });
}

test('a page that was translated before it reached the browser comes alive with its drawings', async () => {
  const page = await site.page();
  // No script of the page can know these texts: the document arrives with them.
  await page.route('**/explore/', async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    await route.fulfill({ response: answer, body: html.replace(/(<h2 class="figure-title">)([^<]+)/, '$1<font><font>⟦$2⟧</font></font>') });
  });
  await page.visit('explore/');
  await seen(page.locator('.chart-wide svg .mark').first());
  await page.locator('input[name=view][value=table]').check();
  await agrees(page, '.explorer');
  await page.done();
});
