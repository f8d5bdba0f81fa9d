// What several scripts share: elements made by script, since no markup is ever set from text; texts with places in them; files
// of the site; the clipboard.

/** An element. `text` is its text, a key such as `onclick` a listener, `false` leaves an attribute out.
 *  @template {keyof HTMLElementTagNameMap} K
 *  @param {K} name
 *  @param {Attributes} [attributes]
 *  @param {(Node | string)[]} children
 *  @returns {HTMLElementTagNameMap[K]} */
export const make = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'text') node.textContent = String(value ?? '');
    else if (typeof value === 'function') node.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(key, value === true ? '' : String(value));
  }
  node.append(...children);
  return node;
};

/** A text with each `{name}` replaced by the value of that name, where there is one.
 *  @param {string} text @param {Record<string, unknown>} values */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** The whole address of a path of the site.
 *  @param {string} path */
export const at = (path) => new URL(path, document.baseURI).href;

/** A file of the site. Fails where it is not there.
 *  @param {string} path */
export async function fetched(path) {
  const answer = await fetch(at(path));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer;
}

/** Done once; what failed may do the next time.
 *  @template T @param {() => Promise<T>} begin */
export const once = (begin) => {
  /** @type {Promise<T>} */
  let begun;
  return () => {
    begun ??= begin().catch((reason) => { begun = undefined; throw reason; });
    return begun;
  };
};

/** Copies a text; `false` where the browser does not allow it.
 *  @param {string} text */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A button that is no part of a form.
 *  @param {string} text @param {() => void} onclick @param {Attributes} [more] */
export const press = (text, onclick, more) => make('button', { type: 'button', class: 'button', text, onclick, ...more });
