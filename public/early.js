// Runs before anything is painted.
// 1. The theme that was asked for or chosen earlier.
// 2. When the address asks for a view of its own, the prerendered one must not be read as the answer:
//    `data-asked` covers it until the app has drawn what was asked for.
(function () {
  // Rust: questions
  var QUESTIONS =
    ' package measure x by series view compare level sort top unit axes kind at beside highlight as title note ratio of items ';
  // Rust: end
  var root = document.documentElement;
  root.dataset.scripts = '1';
  var asked = new URLSearchParams(location.search);
  var theme = asked.get('theme');
  if (!theme) {
    try { theme = localStorage.getItem('theme'); } catch (refused) { /* storage is off: the system's theme it is */ }
  }
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  asked.forEach(function (_, key) {
    if (QUESTIONS.indexOf(' ' + key + ' ') >= 0 || /^(f|remark)\./.test(key)) root.dataset.asked = '1';
  });
})();
