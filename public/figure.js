// What the dialogs of a chart share: the figure that the chart shows, and how they open and close.
import { at } from './nodes.js';

/** The figure that a button belongs to, as JSON: what the app hands over of one that may have changed, else what the page
 *  carries beside it.
 *  @param {HTMLElement} button
 *  @returns {Promise<string>} */
export async function figureOf(button) {
  const island = button.closest('[data-island]');
  const beside = /** @type {HTMLScriptElement} */ (island?.nextElementSibling);
  const carried = beside?.type === 'application/json' ? beside.textContent : beside?.dataset.figureJson;
  if (carried && island.dataset.island === 'figure') return carried;
  if (window.appStarted === 'yes') {
    const app = await import(at(document.querySelector('script[data-wasm]').dataset.js));
    const named = button.closest('figure')?.querySelector('[data-figure]') ?? button;
    const own = app.figure_of?.(named.dataset.figure);
    if (own) return own;
  }
  if (!carried) throw new Error('the figure carries no data');
  return carried;
}

/** A dialog of fixed markup, which the build writes from the locale catalog (src/publish/prerender). When it closes it is
 *  removed, and the focus goes back to `button`.
 *  @param {string} markup @param {HTMLElement} button
 *  @returns {{ dialog: HTMLDialogElement, controls: Record<string, any> }} the dialog, and its controls by their names */
export function dialogOf(markup, button) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const dialog = template.content.querySelector('dialog');
  dialog.addEventListener('close', () => { dialog.remove(); button.focus(); });
  document.body.append(dialog);
  const named = /** @type {HTMLInputElement[]} */ ([...dialog.querySelectorAll('[name]')]);
  return { dialog, controls: Object.fromEntries(named.map((control) => [control.name, control])) };
}
