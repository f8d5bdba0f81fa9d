// Runs before anything is painted.
// 1. The theme that was asked for or chosen earlier.
// 2. When the address asks for a view of its own, the prerendered one must not be read as the answer:
//    `data-asked` covers it until the app has drawn what was asked for.
// 3. A browser that translates the page puts elements of its own (`font`) in place of texts. Which text was where is
//    kept, so that the app can put each back before it changes any (src/browser/translated.rs).
(function () {
  // Rust: questions
  var QUESTIONS =
    ' package measure x by series view compare level sort top unit axes kind at beside highlight as title note ratio period of items ';
  // Rust: end
  var root = document.documentElement;
  root.dataset.scripts = '1';
  var asked = new URLSearchParams(location.search);
  var theme = asked.get('theme');
  if (!theme) {
    try { theme = localStorage.getItem('theme'); } catch (refused) { /* storage is off: the system's theme it is */ }
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  // Mail and editors write & as &amp; and = as %3D (src/query/address.rs).
  asked.forEach((_, name) => {
    const key = name.replace(/^(amp;|#0?38;)+/i, '').split('=')[0];
    if (QUESTIONS.indexOf(' ' + key + ' ') >= 0 || /^(f|remark|panel)\./.test(key)) root.dataset.asked = '1';
  });

  /** @type {[ChildNode, Node][]} */
  var swapped = [];
  /** @param {MutationRecord[]} records */
  function note(records) {
    /** @type {[Node, ChildNode][]} */
    var fresh = [];
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      for (const node of addedNodes) if (node.nodeName === 'FONT') fresh.push([target, /** @type {ChildNode} */ (node)]);
      for (const node of removedNodes) {
        if (node.nodeType !== Node.TEXT_NODE) continue;
        // The element that has come where the text was, in this change or the one before it.
        const near = [addedNodes[0], previousSibling, nextSibling];
        const at = fresh.findIndex(([parent, element]) => parent === target && near.includes(element));
        if (at >= 0) swapped.push([fresh.splice(at, 1)[0][1], node]);
      }
    }
  }
  var watch = new MutationObserver(note);
  watch.observe(root, { childList: true, subtree: true });
  window.untranslate = () => {
    note(watch.takeRecords());
    for (const [element, text] of swapped.splice(0)) element.parentNode?.replaceChild(text, element);
  };
})();
