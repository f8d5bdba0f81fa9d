// Elements made by script, since no markup is ever set from text. For the dialogs that are fetched when they are asked for.

/** An element: `text` is its text, `onclick` a listener, `false` leaves an attribute out. */
export const make = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'text') node.textContent = value;
    else if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== false && value !== undefined) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children);
  return node;
};
