/** Attributes outside of templates. */

/** Sets an attribute unless it has that value: setting it again would repaint the element for nothing. */
export function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
