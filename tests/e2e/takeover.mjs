// Lists what changes in a document after parsing: nothing may change when the app takes over a prerendered page.

/** Makes the page keep in `window.mutations` what changes, from before any module has run. */
export const watchMutations = (page) => page.addInitScript(() => {
  document.addEventListener('readystatechange', () => {
    if (document.readyState !== 'interactive') return;
    window.mutations = [];
    // An attribute that is set to what it was is nothing that anybody could see.
    const isChange = ({ type, target, attributeName, oldValue }) => type !== 'attributes' || target.getAttribute(attributeName) !== oldValue;
    const name = (node) => `${node.nodeName.toLowerCase()}${node.id ? `#${node.id}` : ''}`;
    new MutationObserver((records) => records.filter(isChange).forEach(({ type, target, attributeName, addedNodes, removedNodes }) =>
      window.mutations.push(`${type} of ${name(target)} ${attributeName ?? ''} +${[...addedNodes].map(name)} -${[...removedNodes].map(name)}`)))
      .observe(document, { subtree: true, childList: true, attributes: true, attributeOldValue: true, characterData: true });
  });
});

/** What has changed since, once the page has nothing left to do. */
export async function mutations(page) {
  await page.quiet();
  return page.evaluate(() => window.mutations);
}
