/** Makes elements from texts. Nothing is parsed as HTML. */

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;
type Child = Node | string | undefined;

/**
 * An element of HTML.
 * @param attributes `true` for one without a value; `false` and undefined for none.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

const SVG = 'http://www.w3.org/2000/svg';

/** The same of SVG. */
export function drawn<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

function filled<T extends Element>(one: T, attributes: Attributes, children: readonly Child[]): T {
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) one.setAttribute(name, value === true ? '' : String(value));
  for (const child of children) if (child !== undefined) one.append(child);
  return one;
}

/**
 * A button.
 * @param act What a click and the keys of a button do.
 */
export function button(label: string, act: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const one = element('button', { type: 'button', ...attributes }, label);
  one.addEventListener('click', act);
  return one;
}
