// The dialog by which a chart is downloaded: pictures, numbers, documents, citations. Fetched when it is opened;
// what makes the files, the typeface and, for a map, the outlines are fetched then too. Everything is made here, from the
// figure's own data, and nothing is sent anywhere.
import { dialogOf, figureOf } from './figure.js';
import { at, copy, fetched, fill, make, once } from './nodes.js';

// .ci/save.mjs writes the names of what it has built here.
const PARTS = { glue: 'SAVE_JS', wasm: 'SAVE_WASM', regular: 'SAVE_REGULAR', strong: 'SAVE_STRONG' };
const SCREEN = 96;
const PRINT = 300;

/** The module that makes files, with its two weights of the typeface (src/bin/save.rs).
 *  @typedef {{ title: string, explore: string }} Home
 *  @typedef {{ needs_outlines(): boolean, outlines(bytes: Uint8Array): void, look(width: string, theme: string): boolean,
 *    stem(): string, svg(live: boolean): string, described(png: Uint8Array, dpi: number): Uint8Array, pdf(): Uint8Array,
 *    csv(): string, json(): string, xlsx(): Uint8Array, docx(print: Uint8Array): Uint8Array,
 *    pack(web: Uint8Array, print: Uint8Array): Uint8Array, html(picture: string): string, plain(): string,
 *    words(what: string): string, free(): void }} Maker
 *  @typedef {(maker: Maker, live?: boolean) => Content | Promise<Content>} Make
 *  @typedef {string | Uint8Array | Blob} Content */

/** Not there: a connection, or a build without this part. */
class Absent extends Error {}
/** More pixels than this browser draws. */
class TooLarge extends Error {}

/** What is fetched, or that it is not there.
 *  @template T @param {Promise<T>} part */
const there = (part) => part.catch((reason) => { throw new Absent(reason.message); });
/** @param {string} path */
const bytes = async (path) => new Uint8Array(await (await there(fetched(path))).arrayBuffer());

/** @type {() => Promise<{ dialog: string, words: Words, home: Home }>} */
const told = once(async () => {
  if (PARTS.glue.startsWith('SAVE_')) console.info('What makes files is built by `make site`, not by `make dev`.');
  return (await there(fetched('save/words.json'))).json();
});
const started = once(async () => {
  const [module, regular, strong] = await Promise.all([
    there(import(at(`save/${PARTS.glue}`))),
    bytes(`save/${PARTS.regular}`), bytes(`save/${PARTS.strong}`),
  ]);
  await module.default({ module_or_path: there(fetched(`save/${PARTS.wasm}`)) });
  return { module, regular, strong };
});

/** @param {string} figure @param {Home} home @returns {Promise<Maker>} */
async function makerOf(figure, home) {
  const { module, regular, strong } = await started();
  const maker = new module.Maker(home.title, home.explore, regular, strong, figure);
  if (maker.needs_outlines()) maker.outlines(await bytes('geo/states-10m.json'));
  return maker;
}

/** The picture as PNG, with `dpi` dots to the inch.
 *  @param {Maker} maker @param {number} dpi */
async function pixels(maker, dpi) {
  const address = URL.createObjectURL(new Blob([maker.svg(false)], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round((image.naturalWidth * dpi) / SCREEN);
    canvas.height = Math.round((image.naturalHeight * dpi) / SCREEN);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise((/** @type {BlobCallback} */ ready) => { canvas.toBlob(ready, 'image/png'); });
    if (!blob) throw new TooLarge(`${canvas.width} × ${canvas.height} pixels`);
    return maker.described(new Uint8Array(await blob.arrayBuffer()), dpi);
  } finally {
    URL.revokeObjectURL(address);
  }
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** What each button makes: the end of the file's name, its type, its content.
 *  @type {Record<string, [string, string, Make]>} */
const FILES = {
  'png-web': ['_web.png', 'image/png', (maker) => pixels(maker, SCREEN)],
  'png-2x': ['_2x.png', 'image/png', (maker) => pixels(maker, SCREEN * 2)],
  'png-print': ['_print.png', 'image/png', (maker) => pixels(maker, PRINT)],
  svg: ['.svg', 'image/svg+xml', (maker, live) => maker.svg(live)],
  pdf: ['.pdf', 'application/pdf', (maker) => maker.pdf()],
  csv: ['.csv', 'text/csv;charset=utf-8', (maker) => maker.csv()],
  xlsx: ['.xlsx', `${OFFICE}spreadsheetml.sheet`, (maker) => maker.xlsx()],
  json: ['.json', 'application/json', (maker) => maker.json()],
  docx: ['.docx', `${OFFICE}wordprocessingml.document`, async (maker) => maker.docx(await pixels(maker, PRINT))],
  pack: ['.zip', 'application/zip', async (maker) => maker.pack(await pixels(maker, SCREEN), await pixels(maker, PRINT))],
};
/** @param {Content} content @param {string} type */
const blobOf = (content, type) => new Blob([/** @type {BlobPart} */ (content)], { type });
/** @type {(blob: Blob) => Promise<string>} */
const dataOf = (blob) => new Promise((ready, failed) => {
  const reader = new FileReader();
  reader.onload = () => ready(String(reader.result));
  reader.onerror = () => failed(reader.error);
  reader.readAsDataURL(blob);
});
/** What goes to the clipboard in several forms.
 *  @type {Record<string, Record<string, (maker: Maker) => Promise<Blob>>>} */
const RICH = {
  'copy-word': {
    'text/html': async (maker) => {
      const picture = blobOf(await pixels(maker, SCREEN * 2), 'image/png');
      return blobOf(maker.html(await dataOf(picture)), 'text/html');
    },
    'text/plain': async (maker) => blobOf(maker.plain(), 'text/plain'),
  },
  'copy-picture': { 'image/png': async (maker) => blobOf(await pixels(maker, SCREEN * 2), 'image/png') },
};
/** @param {string} name @param {Blob} blob */
function save(name, blob) {
  const link = make('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Charts that become one file: `add` takes a figure as JSON, `finish` saves the file and gives its name. */
export async function collector() {
  const [{ home, words }, { module }] = await Promise.all([told(), started()]);
  const report = new module.Report();
  let count = 0;
  return {
    /** @param {string} figure */
    async add(figure) {
      const maker = await makerOf(figure, home);
      try {
        report.add(maker, await pixels(maker, SCREEN), await pixels(maker, PRINT));
        count += 1;
      } finally {
        maker.free();
      }
    },
    finish() {
      const name = fill(words.report_name, { count, day: new Date().toISOString().slice(0, 10) });
      save(name, blobOf(report.finish(), 'application/zip'));
      return name;
    },
  };
}

/** Opens the dialog for the figure that a button belongs to.
 *  @param {HTMLElement} button */
export async function openSave(button) {
  const { dialog: markup, words, home } = await told();
  const { dialog, controls } = dialogOf(markup, button);
  const [status, empty, what] = ['told', 'none', 'what'].map((name) => /** @type {HTMLElement} */ (dialog.querySelector(`.save-${name}`)));
  const [image, text] = [dialog.querySelector('img'), dialog.querySelector('textarea')];
  what.textContent = button.closest('figure')?.querySelector('.figure-title')?.textContent ?? '';
  /** @param {string} sentence @param {{ error?: boolean, what?: string, name?: string }} [values] */
  const say = (sentence, { error = false, ...values } = {}) => {
    status.textContent = fill(sentence, values);
    status.classList.toggle('save-error', error);
  };
  /** @type {Maker} */
  let maker;
  let isOpen = true;
  const ready = once(async () => {
    maker = await makerOf(await figureOf(button), home);
    return maker;
  });

  const typed = () => controls.width.value.trim().replace(',', '.');
  /** Whether the width is one; tells what is wrong with it. */
  const looked = () => {
    const isWidth = maker.look(`${typed()}${controls.unit.value}`, controls.theme.value);
    controls.width.setAttribute('aria-invalid', String(!isWidth));
    if (!isWidth) say(words.width_wrong, { error: true });
    return isWidth;
  };
  const show = () => {
    if (!looked()) return;
    const old = image.src;
    image.src = URL.createObjectURL(blobOf(maker.svg(false), 'image/svg+xml'));
    image.hidden = false;
    empty.hidden = true;
    if (old) URL.revokeObjectURL(old);
  };
  // Half a page of one unit is half a page of the other.
  /** @type {Record<string, number>} */
  const per = { in: SCREEN, cm: SCREEN / 2.54, px: 1 };
  let unit = 'in';
  dialog.addEventListener('change', ({ target }) => {
    if (target === controls.unit) {
      const next = controls.unit.value;
      const number = Number.parseFloat(typed()) * per[unit] / per[next];
      if (Number.isFinite(number)) controls.width.value = String(Number(number.toFixed(next === 'px' ? 0 : 2)));
      unit = next;
    }
    if (!maker || target === controls.live) return;
    if (status.classList.contains('save-error')) say('');
    try { show(); } catch (reason) { console.warn(reason); }
  });

  /** @param {string} what */
  async function copyRich(what) {
    // Asked for at once, since a browser forgets after a while that a button was pressed.
    const forms = Object.entries(RICH[what]).map(([type, of]) => [type, ready().then(of)]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(forms))]);
  }
  /** @param {string} what @param {string} label */
  async function copyText(what, label) {
    const copied = maker.words(what);
    if (!copied) { say(words.no_link); return; }
    text.value = copied;
    text.hidden = false;
    text.scrollIntoView({ block: 'nearest' });
    if (await copy(copied)) { say(words.copied, { what: label }); return; }
    say(words.copy_refused, { error: true });
    text.focus();
    text.select();
  }
  /** @param {string} what @param {string} label */
  async function act(what, label) {
    text.hidden = true;
    say(words.making, { what: label });
    try {
      await ready();
      if (!looked()) return;
      if (FILES[what]) {
        const [ending, type, of] = FILES[what];
        const name = maker.stem() + ending;
        save(name, blobOf(await of(maker, controls.live.checked), type));
        say(words.saved, { name });
      } else if (RICH[what]) {
        try {
          await copyRich(what);
          say(words.copied, { what: label });
        } catch (reason) {
          if (reason instanceof TooLarge) throw reason;
          console.info(reason);
          say(words.copy_picture_refused, { error: true });
        }
      } else {
        await copyText(what, label);
      }
    } catch (reason) {
      fail(reason, label);
    }
  }
  /** @param {Error} reason @param {string} what */
  const fail = (reason, what) => {
    console.info(reason);
    const sentence = reason instanceof Absent ? words.offline : reason instanceof TooLarge ? words.too_large : words.failed;
    say(sentence, { what, error: true });
  };

  let working = false;
  dialog.addEventListener('click', async ({ target }) => {
    /** @type {HTMLElement} */
    const pressed = target.closest('[data-make]');
    if (!pressed || working) return;
    working = true;
    dialog.setAttribute('aria-busy', 'true');
    try { await act(pressed.dataset.make, pressed.textContent); } finally { working = false; dialog.removeAttribute('aria-busy'); }
  });
  dialog.addEventListener('close', () => {
    isOpen = false;
    if (image.src) URL.revokeObjectURL(image.src);
    if (!working) maker?.free();
  });
  dialog.showModal();
  say(words.starting);
  try {
    await ready();
    if (!isOpen) { maker.free(); return; }
    show();
    if (!status.classList.contains('save-error')) say(words.ready);
  } catch (reason) {
    fail(reason, words.preview);
  }
}
