// A series as sound: pitch follows the number, a missing number has no tone, a bound slides, a time without a row is
// silent; on the page it starts and stops by button and by Escape, with words for the sounds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { notes } from '../../public/sound.js';
import { openChart } from './charts.mjs';
import { openSite } from './page.mjs';

let site;
before(async () => { site = await openSite(); });
after(() => site?.close());

const mark = (at, value, more = {}) => ({ dataset: { at: String(at), series: '0', ...(value === undefined ? {} : { value: String(value) }), ...more } });
const sorts = (found) => found.map(({ sort }) => sort);

test('the higher the number, the higher the tone; equal steps of the number are equal steps of the ear', () => {
  const found = notes([mark(0, 10), mark(1, 20), mark(2, 30)], { kind: 'line' });
  const [low, middle, high] = found.map(({ to }) => to);
  assert.ok(low < middle && middle < high);
  assert.ok(Math.abs(middle / low - high / middle) < 1e-9);
  assert.equal(low, 220);
  assert.equal(high, 880);
});

test('bars are heard from zero, since they are drawn from zero', () => {
  const [small, large] = notes([mark(0, 90), mark(1, 100)], { kind: 'bar' });
  assert.ok(large.to / small.to < 1.2, 'a tenth more is a little higher');
  const [zero] = notes([mark(0, 0), mark(1, 100)], { kind: 'bar' });
  assert.equal(zero.sort, 'tone', 'zero is a number');
  assert.equal(zero.to, 220);
});

test('what has no number is a hiss, a stretch of time without a row is a rest', () => {
  assert.deepEqual(sorts(notes([mark(2019, 3), mark(2020), mark(2023, 4)], { kind: 'line', isTime: true })), ['tone', 'hiss', 'rest', 'rest', 'tone']);
  assert.deepEqual(sorts(notes([mark(0, 3), mark(5, 4)], { kind: 'bar' })), ['tone', 'tone'], 'names have no distance');
  assert.deepEqual(sorts(notes([mark(24, 3), mark(36, 4), mark(60, 5)], { kind: 'line', isTime: true })), ['tone', 'tone', 'rest', 'tone'], 'years told in months');
});

test('at least slides up, at most slides down, a range goes from end to end', () => {
  const [plain, more, less, range] = notes([mark(0, 5), mark(1, 5, { bound: 'more' }), mark(2, 5, { bound: 'less' }), mark(3, 10, { low: '5' })], { kind: 'bar' });
  assert.equal(plain.from, plain.to);
  assert.ok(more.to > more.from && less.to < less.from);
  assert.equal(range.from, plain.from);
  assert.ok(range.to > range.from);
});

test('series that hold one number, or none, are still heard', () => {
  const found = notes([mark(0, 7)], { kind: 'line' });
  assert.ok(found[0].to > 220 && found[0].to < 880 && Number.isFinite(found[0].to));
  assert.deepEqual(sorts(notes([mark(0), mark(1)], { kind: 'line' })), ['hiss', 'hiss']);
});

test('Listen plays the marks one after another, highlights each, and stops when pressed again', async () => {
  const chart = await openChart(site, 'line');
  const button = chart.figure.locator('.chart-listen');
  await button.click();
  await chart.page.waitForFunction(() => document.querySelector('.chart-listen[aria-pressed=true]'));
  await chart.page.waitForFunction(() => document.querySelector('.mark[data-heard]'));
  const first = await chart.svg.locator('.mark[data-heard]').getAttribute('aria-label');
  assert.notEqual(await chart.live.textContent(), '', 'the series is named');
  // The second press comes as soon as the next mark is heard, however slow the machine is.
  const pressed = await button.evaluate(async (node, name) => {
    const heard = () => document.querySelector('.mark[data-heard]')?.getAttribute('aria-label') ?? name;
    while (heard() === name) await new Promise(requestAnimationFrame);
    node.click();
    await new Promise((later) => { setTimeout(later, 50); });
    return node.getAttribute('aria-pressed');
  }, first);
  assert.equal(pressed, 'false');
  assert.equal(await chart.svg.locator('.mark[data-heard]').count(), 0);
  await chart.page.done();
});

test('Escape ends what is played; a reader who asked for less motion hears the same', async () => {
  const chart = await openChart(site, 'bar', { reducedMotion: 'reduce' });
  const button = chart.figure.locator('.chart-listen');
  await button.focus();
  await chart.press('Enter');
  await chart.page.waitForFunction(() => document.querySelector('.mark[data-heard]'));
  await chart.press('Escape');
  assert.equal(await button.getAttribute('aria-pressed'), 'false');
  assert.equal(await chart.page.evaluate(() => document.activeElement.className), 'chart-listen', 'the focus stays');
  await chart.page.done();
});

test('no tone is louder than a murmur, and none begins or ends with a crack', async () => {
  const page = await site.page();
  await page.addInitScript(() => {
    window.gains = [];
    const ramp = AudioParam.prototype.linearRampToValueAtTime;
    AudioParam.prototype.linearRampToValueAtTime = function to(value, at) { window.gains.push([value, at]); return ramp.call(this, value, at); };
    window.masters = [];
    const Own = window.GainNode;
    window.GainNode = class extends Own { constructor(context, options) { super(context, options); window.masters.push(options?.gain); } };
  });
  await page.visit('/charts/line/');
  await page.locator('#line .chart-listen').first().click();
  await page.waitForFunction(() => window.masters.length > 3);
  const { masters, gains } = await page.evaluate(() => ({ masters: window.masters, gains: window.gains }));
  assert.ok(Math.max(...masters) <= 0.15, `${Math.max(...masters)}`);
  assert.ok(gains.some(([value]) => value === 0) && gains.some(([value]) => value === 1));
  await page.done();
});

test('a text next to the button explains the sounds', async () => {
  const chart = await openChart(site, 'line');
  await chart.figure.locator('.figure-how summary').click();
  assert.match(await chart.figure.locator('.figure-how').innerText(), /The higher the tone, the larger the number.*hiss is a value without a number/s);
  await chart.page.done();
});

test('a chart whose marks are no series has no button to listen', async () => {
  const chart = await openChart(site, 'map');
  assert.equal(await chart.figure.locator('.chart-listen').count(), 0);
  await chart.page.done();
});
