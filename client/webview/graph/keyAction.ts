/** The keyboard map of the graph (docs/graph.md). Pure: a key in, what it asks for out. */

/** What is done to the task that is selected. */
export type TaskKeyAction =
  | { readonly kind: 'open'; readonly toSide: boolean }
  | { readonly kind: 'focus' | 'spawn' | 'addDependency' }
  | { readonly kind: 'setStatus' | 'addTask' | 'moveToLane' };

export type KeyAction =
  | TaskKeyAction
  | { readonly kind: 'move'; readonly to: 'left' | 'right' | 'up' | 'down' | 'first' | 'last' }
  | { readonly kind: 'find' | 'fold' | 'criticalPath' | 'waves' | 'help' | 'back' }
  | { readonly kind: 'menu' | 'delete' | 'nextNeedingYou' | 'tidy' }
  | { readonly kind: 'zoom'; readonly to: 'in' | 'out' | 'fit' | 'node' };

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

const plain: Readonly<Record<string, KeyAction>> = {
  ArrowLeft: { kind: 'move', to: 'left' },
  ArrowRight: { kind: 'move', to: 'right' },
  ArrowUp: { kind: 'move', to: 'up' },
  ArrowDown: { kind: 'move', to: 'down' },
  Home: { kind: 'move', to: 'first' },
  End: { kind: 'move', to: 'last' },
  '/': { kind: 'find' },
  f: { kind: 'fold' },
  c: { kind: 'criticalPath' },
  w: { kind: 'waves' },
  o: { kind: 'open', toSide: false },
  Enter: { kind: 'open', toSide: false },
  s: { kind: 'spawn' },
  '?': { kind: 'help' },
  Escape: { kind: 'back' },
  ContextMenu: { kind: 'menu' },
  x: { kind: 'focus' },
  d: { kind: 'addDependency' },
  e: { kind: 'setStatus' },
  a: { kind: 'addTask' },
  m: { kind: 'moveToLane' },
  Delete: { kind: 'delete' },
  n: { kind: 'nextNeedingYou' },
  t: { kind: 'tidy' },
  '+': { kind: 'zoom', to: 'in' },
  '=': { kind: 'zoom', to: 'in' },
  '-': { kind: 'zoom', to: 'out' },
  '0': { kind: 'zoom', to: 'fit' },
  z: { kind: 'zoom', to: 'node' },
};

/** What the key asks for in the graph; nothing for keys that are the editor's, or nobody's. */
export function keyAction(press: KeyPress): KeyAction | undefined {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = press;
  if (altKey) return undefined;
  if (ctrlKey || metaKey)
    return key === 'Enter' && !(ctrlKey && metaKey) ? { kind: 'open', toSide: true } : undefined;
  if (shiftKey && key === 'F10') return { kind: 'menu' };
  return Object.hasOwn(plain, key) ? plain[key] : undefined;
}
