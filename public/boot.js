// Starts the app. The policy below is the one way for text to become markup or a script's address;
// it lets pass what views write as fixed markup. It is a net, not a sanitiser: data never comes here.
const tag = document.querySelector('script[data-wasm]');

if (window.trustedTypes) {
  const acts = /<\s*(script|iframe|object|embed|base|link|meta)|\son\w+\s*=|javascript:/i;
  trustedTypes.createPolicy('default', {
    createHTML(markup) {
      if (acts.test(markup)) throw new TypeError('refused markup');
      return markup;
    },
    createScriptURL(address) {
      const url = new URL(address, document.baseURI);
      if (url.origin !== location.origin) throw new TypeError('refused address');
      return url.href;
    },
  });
}

// Never a dead screen: whatever was prerendered stays, and a message says that it does not answer.
// The app's panic hook asks for it by the event `app-failed`.
function sayFailed() {
  if (document.getElementById('start-failed')) return;
  const box = document.createElement('div');
  box.id = 'start-failed';
  box.className = 'start-failed';
  box.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = tag.dataset.failed;
  const again = document.createElement('a');
  again.href = location.href;
  again.textContent = tag.dataset.again;
  again.addEventListener('click', (event) => {
    event.preventDefault();
    location.reload();
  });
  box.append(words, again);
  document.body.prepend(box);
}

addEventListener('app-failed', sayFailed);

// `appStarted` is for tests: 'yes' or 'no' once it is known. Not an attribute: taking over changes no node.
try {
  const { default: start } = await import(new URL(tag.dataset.js, document.baseURI).href);
  await start({ module_or_path: tag.dataset.wasm });
  window.appStarted = 'yes';
} catch (reason) {
  console.error(reason);
  sayFailed();
  window.appStarted = 'no';
}
