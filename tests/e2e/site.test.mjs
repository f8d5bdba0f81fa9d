// The whole site as files: every page can be read without scripts, has its title and description, and has no broken
// link.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSite } from './page.mjs';

const SITES = [{ folder: 'dist', base: '/' }, { folder: 'build/under-path', base: '/good-jobs/' }];
const CARD = { width: 1200, height: 628 };

// Parts of a dashboard under one filter are no pages: they have a file of their own below its folder.
const PART = /^dashboard\/[^/]+\/[^/]+\/[^/]+\.html$/;
const pagesOf = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((name) => name.endsWith('.html') && !PART.test(name)).sort()
  .map((name) => ({ name, address: name.replace(/index\.html$/, ''), html: readFileSync(join(folder, name), 'utf8') }));
const plain = (text) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** The attributes of every element of a name, in an unparsed page. */
const elements = (html, name) => [...html.matchAll(new RegExp(`<${name}\\b([^>]*)>`, 'g'))].map(([, rest]) =>
  Object.fromEntries([...rest.matchAll(/([\w:-]+)(?:="([^"]*)"|=([^\s">]+))?/g)].map(([, key, quoted, bare]) => [key, plain(quoted ?? bare ?? '')])));
const metas = (html) => Object.fromEntries(elements(html, 'meta').map(({ name, property, content }) => [name ?? property, content]));

for (const { folder, base } of SITES) {
  test(`no link under ${base} leads nowhere`, () => {
    const pages = pagesOf(folder);
    const ids = new Map(pages.map(({ address, html }) => [address, new Set([...html.matchAll(/\bid="?([\w-]+)/g)].map(([, id]) => id))]));
    // What is wrong with a link → the first page that has it.
    const wrong = new Map();
    const tell = (name, what) => { if (!wrong.has(what)) wrong.set(what, name); };
    for (const { name, address, html } of pages) {
      const own = new URL(address, `http://site${base}`);
      const links = [...elements(html, 'a'), ...elements(html, 'link')].map(({ href }) => href)
        .concat([...elements(html, 'script'), ...elements(html, 'img')].map(({ src }) => src)).filter((link) => link !== undefined);
      // Relative addresses of Trunk's own head are read from the base.
      const from = /<base href/.test(html) ? new URL(base, 'http://site') : own;
      for (const link of links) {
        const url = new URL(link, link.startsWith('#') ? own : from);
        if (url.host !== 'site') continue;
        if (!url.pathname.startsWith(base)) { tell(name, `${link} leaves the site`); continue; }
        const path = decodeURIComponent(url.pathname.slice(base.length));
        const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!existsSync(join(folder, file)) || statSync(join(folder, file)).isDirectory()) tell(name, `${link} is not there`);
        else if (url.hash.length > 1 && ids.has(path) && !ids.get(path).has(url.hash.slice(1))) tell(name, `${link} has no such place`);
      }
    }
    assert.ok(pages.length > 230, `${pages.length} pages`);
    assert.deepEqual([...wrong], []);
  });

  test(`every page under ${base} has its own description and picture`, () => {
    const { site } = JSON.parse(readFileSync(join(folder, 'data/catalog.json'), 'utf8'));
    const titles = new Map();
    const faults = [];
    for (const { name, address, html } of pagesOf(folder)) {
      const say = (what) => faults.push(`${name}: ${what}`);
      const meta = metas(html);
      const title = html.match(/<title>([^<]*)<\/title>/)?.[1];
      if (!/^<!doctype html>\s*<html lang="en/i.test(html)) say('no language');
      if (!title) say('no title');
      if (!meta.description) say('no description');
      if (name === '404.html') {
        if (meta.robots !== 'noindex') say('listed');
        continue;
      }
      // A sheet is for paper; what is shared is the page it is of.
      if (address.endsWith('/sheet/')) {
        if (meta.robots !== 'noindex') say('listed');
        continue;
      }
      const canonical = elements(html, 'link').filter(({ rel }) => rel === 'canonical').map(({ href }) => href);
      // A document shown in frames of other sites names its own page.
      if (address.startsWith('embed/')) {
        const of = canonical.length === 1 && canonical[0].startsWith(site.origin + base) && canonical[0].slice((site.origin + base).length);
        if (of === false || !existsSync(join(folder, of, 'index.html'))) say(`canonical ${canonical}`);
        continue;
      }
      if (titles.has(title)) say(`has the title of ${titles.get(title)}: ${title}`);
      titles.set(title, name);
      const whole = site.origin + base + address;
      if (canonical.length !== 1 || canonical[0] !== whole) say(`canonical ${canonical}`);
      for (const key of ['og:title', 'og:description', 'og:url', 'og:type', 'og:image', 'og:image:alt', 'twitter:card', 'twitter:image']) {
        if (!meta[key]) say(`no ${key}`);
      }
      if (meta['og:url'] !== whole) say(`og:url ${meta['og:url']}`);
      const picture = join(folder, (meta['og:image'] ?? '').replace(site.origin + base, ''));
      if (!existsSync(picture)) { say(`no picture ${picture}`); continue; }
      const bytes = readFileSync(picture);
      const size = { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
      if (bytes.toString('latin1', 1, 4) !== 'PNG' || size.width !== CARD.width || size.height !== CARD.height) say(`picture of ${size.width} × ${size.height}`);
    }
    assert.deepEqual(faults, []);
  });
}

/** The text of the main part of an unparsed page, without its markup. */
const mainOf = (html) => html.match(/<main\b[^>]*>([\s\S]*)<\/main>/)?.[1].replace(/<(style|script|svg|template)\b[\s\S]*?<\/\1>/g, '') ?? '';
const FEWEST = 80;

test('every page has a heading and words in its own markup', () => {
  const pages = pagesOf('dist');
  assert.ok(pages.length > 500, `${pages.length} pages`);
  const faults = [];
  for (const { name, html } of pages) {
    const main = mainOf(html);
    if (elements(main, 'h1').length !== 1) faults.push(`${name}: not one heading`);
    const words = plain(main.replace(/<[^>]*>/g, '')).trim().length;
    if (words < FEWEST) faults.push(`${name}: ${words} letters`);
  }
  assert.deepEqual(faults, []);
});

/** Of every kind of page the shortest and the longest: what differs within a kind is the text, which the test before reads. */
function outermost(pages) {
  const kinds = new Map();
  for (const page of pages) {
    const steps = page.address.split('/');
    // The name of a thing is not a kind, what follows it is: `states/CA/pay/`.
    const kind = [steps[0], ...steps.slice(2)].join('/');
    const [least, most] = kinds.get(kind) ?? [page, page];
    kinds.set(kind, [page.html.length < least.html.length ? page : least, page.html.length > most.html.length ? page : most]);
  }
  return new Set([...kinds.values()].flat());
}

test('a page of every kind can be read without scripts', async () => {
  const site = await openSite({ folder: 'dist' });
  try {
    const page = await site.page({ javaScriptEnabled: false, viewport: { width: 360, height: 800 } });
    const faults = [];
    const pages = outermost(pagesOf('dist'));
    assert.ok(pages.size > 30, `${pages.size} pages`);
    for (const { name, address } of pages) {
      await page.goto(new URL(name === '404.html' ? name : address, site.url).href, { waitUntil: 'domcontentloaded' });
      const heading = page.locator('main h1');
      if (await heading.count() !== 1 || !await heading.isVisible()) faults.push(`${name}: no heading`);
      const words = (await page.locator('main').innerText()).length;
      if (words < FEWEST) faults.push(`${name}: ${words} letters`);
    }
    assert.deepEqual(faults, []);
    await page.done();
  } finally {
    await site.close();
  }
});
