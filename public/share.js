// Copies or shares the address of a page. Fetched on a click on one of the buttons.

/** @param {HTMLElement} button */
export async function share(button) {
  const sheet = button.closest('.share');
  /** @type {HTMLInputElement} */
  const field = sheet.querySelector('#share-address');
  const said = sheet.querySelector('.share-said');
  const copy = sheet.querySelector('[data-share="copy"]');
  // A browser without a share sheet of its own copies.
  if (button.dataset.share === 'native' && navigator.share) {
    try {
      await navigator.share({ title: button.dataset.title, url: field.value });
    } catch (reason) {
      if (reason.name !== 'AbortError') said.textContent = copy.dataset.failed;
    }
    return;
  }
  try {
    await navigator.clipboard.writeText(field.value);
    said.textContent = copy.dataset.done;
  } catch {
    field.focus();
    field.select();
    said.textContent = copy.dataset.failed;
  }
}
