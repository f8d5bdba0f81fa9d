// What several scripts share: elements made by script, since no markup is ever set from text, and texts with places in them.

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
