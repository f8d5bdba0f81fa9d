// Copies or shares the address of a page, or copies lines of code. Fetched on a click on one of the buttons.
import { copy } from './nodes.js';

/** @param {HTMLElement} button */
export async function share(button) {
  const sheet = button.closest('.share');
  /** @type {HTMLInputElement} */
  const field = sheet.querySelector('input, textarea');
  const said = sheet.querySelector('.share-said');
  const { done, failed } = sheet.querySelector('[data-share="copy"]').dataset;
  // A browser without a share sheet of its own copies.
  if (button.dataset.share === 'native' && navigator.share) {
    try {
      await navigator.share({ title: button.dataset.title, url: field.value });
    } catch (reason) {
      if (reason.name !== 'AbortError') said.textContent = failed;
    }
    return;
  }
  const isCopied = await copy(field.value);
  said.textContent = isCopied ? done : failed;
  if (isCopied) return;
  field.focus();
  field.select();
}
