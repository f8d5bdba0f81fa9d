// What a screen reader receives: Chromium's own accessibility tree.

/** The accessibility tree below an element, as `{ role, name, description, level, children }`; what is ignored is left out. */
export async function axTree(page, handle) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Accessibility.enable');
  const key = `ax${Math.random().toString(36).slice(2)}`;
  await handle.evaluate((node, name) => { window[name] = node; }, key);
  const { result } = await devtools.send('Runtime.evaluate', { expression: `window.${key}` });
  const { node } = await devtools.send('DOM.describeNode', { objectId: result.objectId });
  // The tree below the node alone: that of a page of thirty charts takes seconds.
  const { nodes } = await devtools.send('Accessibility.queryAXTree', { objectId: result.objectId });
  const byId = new Map(nodes.map((one) => [one.nodeId, one]));
  const root = nodes.find((one) => one.backendDOMNodeId === node.backendNodeId);
  const built = (one) => {
    const children = (one.childIds ?? []).map((id) => byId.get(id)).filter(Boolean).flatMap(built);
    if (one.ignored) return children;
    const level = one.properties?.find(({ name }) => name === 'level')?.value.value;
    const expanded = one.properties?.find(({ name }) => name === 'expanded')?.value.value;
    const selected = one.properties?.find(({ name }) => name === 'selected')?.value.value;
    return [{ role: one.role.value, name: one.name?.value ?? '', description: one.description?.value ?? '', level, expanded, selected, children }];
  };
  await devtools.detach();
  const [tree] = built(root);
  return tree;
}

/** All of a role in such a tree. */
export const all = (tree, role) => [...(tree.role === role ? [tree] : []), ...tree.children.flatMap((child) => all(child, role))];
