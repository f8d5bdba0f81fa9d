// Draws the view that the address of an embed asks for, or a published one of which there was a picture (live.js).
if (window.trustedTypes) {
  // A net for the fixed markup of views, as in boot.js; data never comes here.
  // Rust: markup
  const REFUSED = /<\s*(script|iframe|object|embed|base|link|meta)|\son\w+\s*=|javascript:/i;
  /** @param {string} markup */
  const createHTML = (markup) => {
    if (REFUSED.test(markup)) throw new TypeError('refused markup');
    return markup;
  };
  // Rust: end
  trustedTypes.createPolicy('default', { createHTML });
}
const { ask } = await import('./ask.js');
(await ask()).draw(document.documentElement.dataset.query ?? location.search);
