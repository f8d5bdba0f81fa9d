// What a figure shows, for the dialogs that take it along.
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
