type Child = Node | string | null;

/** Makes an element with attributes (null leaves one out) and children. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** A button with an action. By its `key` it keeps the focus when the elements around it are redrawn. */
export function actionButton(
  label: string,
  key: string,
  act: () => void,
  attributes: Readonly<Record<string, string | null>> = {},
): HTMLButtonElement {
  const button = h('button', { type: 'button', 'data-key': key, ...attributes }, label);
  button.addEventListener('click', act);
  return button;
}

/** The element of the page with that id. */
export function byId<T extends HTMLElement>(id: string, type: abstract new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`the page has no #${id} of that kind`);
}

/** Replaces an element's content. The focus stays on the element that has the same key. */
export function redraw(element: Element, ...children: readonly Child[]): void {
  const focused = element.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-key')
    : null;
  element.replaceChildren(...children.filter((child) => child !== null));
  if (typeof focused !== 'string') return;
  const again = [...element.querySelectorAll('[data-key]')].find(
    (candidate) => candidate.getAttribute('data-key') === focused,
  );
  const heir = again ?? element;
  if (heir instanceof HTMLElement) {
    if (again === undefined) heir.tabIndex = -1;
    heir.focus({ preventScroll: true });
  }
}
