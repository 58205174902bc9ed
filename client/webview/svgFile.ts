/** Makes a file of its own from the drawn graph: with colors that fit a light and a dark page. */

const style = `
svg { background: #ffffff; }
text { font-family: system-ui, sans-serif; fill: #1f1f1f; }
.name { font-size: 13px; }
.words { font-size: 11px; fill: #5a5a5a; }
.shape { fill: #f3f3f3; stroke: #767676; }
.cycle .shape { stroke: #a1260d; stroke-width: 2; }
.unknown .shape { stroke: #a1260d; stroke-dasharray: 5 3; }
.dot { fill: #767676; }
.edge { fill: none; stroke: #767676; stroke-width: 1.25; }
.edge.circle { stroke: #a1260d; stroke-width: 2.5; }
.edge.impossible { stroke-dasharray: 5 4; }
marker path { fill: #767676; }
#arrow-circle path { fill: #a1260d; }
@media (prefers-color-scheme: dark) {
svg { background: #1f1f1f; }
text { fill: #e0e0e0; }
.words { fill: #b0b0b0; }
.shape { fill: #2b2b2b; stroke: #9a9a9a; }
.cycle .shape, .unknown .shape, .edge.circle { stroke: #f48771; }
.edge { stroke: #9a9a9a; }
.dot, marker path { fill: #9a9a9a; }
#arrow-circle path { fill: #f48771; }
}
`;

/** What only a page uses. */
const dropped = ['tabindex', 'role', 'data-node', 'aria-hidden'];

export function svgFileOf(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true);
  if (!(copy instanceof SVGSVGElement)) return '';
  for (const one of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of dropped) one.removeAttribute(name);
    one.classList.remove('lit');
  }
  const { width, height } = copy.viewBox.baseVal;
  copy.setAttribute('role', 'img');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const sheet = document.createElementNS(copy.namespaceURI, 'style');
  sheet.textContent = style;
  copy.prepend(sheet);
  return `${new XMLSerializer().serializeToString(copy)}\n`;
}
