// Makes the nodes of a drawing from one text: for each element its name, how many attributes, their names and values, the
// text within ('' for none) and how many children, which follow. Between them stands U+0001, which no text of a drawing
// holds. A module that draws calls it by its name in the page (src/ui/drawing.rs): a drawing crosses over in one call,
// where element by element takes four times as long.
const SVG = 'http://www.w3.org/2000/svg';

globalThis.makeDrawing = (text) => {
  const parts = text.split('\u0001');
  let at = 0;
  const next = () => {
    const node = document.createElementNS(SVG, parts[at++]);
    for (let left = Number(parts[at++]); left > 0; left -= 1) node.setAttribute(parts[at++], parts[at++]);
    const own = parts[at++];
    if (own) node.append(own);
    for (let left = Number(parts[at++]); left > 0; left -= 1) node.append(next());
    return node;
  };
  return next();
};
