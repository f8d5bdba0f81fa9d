// Draws the view that the address of an embed asks for, or a published one whose picture somebody comes to (live.js).
if (window.trustedTypes) {
  // A net for the fixed markup of views, as in boot.js; data never comes here.
  const acts = /<\s*(script|iframe|object|embed|base|link|meta)|\son\w+\s*=|javascript:/i;
  trustedTypes.createPolicy('default', {
    createHTML(markup) {
      if (acts.test(markup)) throw new TypeError('refused markup');
      return markup;
    },
  });
}
const { ask } = await import('./ask.js');
(await ask()).draw(document.documentElement.dataset.query ?? location.search);
