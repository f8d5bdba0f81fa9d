// Runs before anything is painted.
// 1. The theme that was asked for or chosen earlier.
// 2. When the address asks for a view of its own, the prerendered one must not be read as the answer:
//    `data-asked` covers it until the app has drawn what was asked for.
// 3. A browser that translates the page puts elements of its own (`font`) in place of texts. Which text was where is
//    kept, so that the app can put each back before it changes any (src/browser/translated.rs).
(function () {
  var root = document.documentElement;
  root.dataset.scripts = '1';
  var asked = new URLSearchParams(location.search);
  var theme = asked.get('theme');
  if (!theme) {
    try { theme = localStorage.getItem('theme'); } catch (refused) { /* storage is off: the system's theme it is */ }
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  var questions = ' package measure x by series view compare level sort top unit axes kind at beside highlight as title note ratio of items ';
  // Mail and editors write & as &amp; and = as %3D (src/query/address.rs).
  asked.forEach(function (value, name) {
    var key = name.replace(/^(amp;|#0?38;)+/i, '').split('=')[0];
    if (questions.indexOf(' ' + key + ' ') >= 0 || key.indexOf('f.') === 0 || key.indexOf('remark.') === 0) root.dataset.asked = '1';
  });

  var swapped = [];
  function note(records) {
    var fresh = [];
    records.forEach(function (record) {
      [].forEach.call(record.addedNodes, function (node) { if (node.nodeName === 'FONT') fresh.push([record.target, node]); });
      [].forEach.call(record.removedNodes, function (node) {
        if (node.nodeType !== Node.TEXT_NODE) return;
        // The element that has come where the text was, in this change or the one before it.
        var at = fresh.findIndex(function (one) { return one[0] === record.target && (record.addedNodes[0] === one[1] || record.previousSibling === one[1] || record.nextSibling === one[1]); });
        if (at >= 0) swapped.push([fresh.splice(at, 1)[0][1], node]);
      });
    });
  }
  var watch = new MutationObserver(note);
  watch.observe(root, { childList: true, subtree: true });
  window.untranslate = function () {
    note(watch.takeRecords());
    swapped.splice(0).forEach(function (pair) { if (pair[0].parentNode) pair[0].parentNode.replaceChild(pair[1], pair[0]); });
  };
})();
