/** What lies over the page: context menu, choices, the new task, the keys. Escape takes it away. */
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ref } from 'lit/directives/ref.js';
import type { StatusView } from '../../../server/src/protocol/snapshot';
import { statusFaces } from '../../../server/src/graphview/statusFace';
import { faceIcon } from './faceIcon';
import { dependencyPick } from './dependencyPick';
import { helpView } from './helpView';
import { taskOf } from './links';
import { listMenu, type MenuEntry } from './listMenu';
import { newTaskForm } from './newTaskForm';
import { taskMenu } from './taskMenu';
import type { View } from './view';

const exportsOffered = [
  ['svg', 'SVG picture', 'with the colours of this theme'],
  ['png', 'PNG picture', 'twice the size'],
  ['html', 'Web page', 'one file that needs nothing else'],
  ['mermaid', 'Mermaid', 'for markdown'],
  ['dot', 'Graphviz', 'DOT'],
  ['json', 'JSON', 'the data'],
] as const;

/** The overlay of the state; nothing when there is none, or its task is gone. */
export function overlayView(view: View): TemplateResult | typeof nothing {
  const { overlay } = view.state;
  if (overlay === undefined) return nothing;
  const content = contentOf(view);
  if (content === undefined) return nothing;
  const isMenu = overlay.kind === 'menu';
  return html`<div
    class="veil"
    @mousedown=${(event: Event) => {
      if (event.target === event.currentTarget) view.act.show(undefined);
    }}
    @keydown=${(event: KeyboardEvent) => {
      trap(event, view);
    }}
  >
    <div
      class=${isMenu ? 'sheet is-menu' : 'sheet'}
      role="dialog"
      aria-modal="true"
      aria-label=${content.title}
      ${ref((element) => {
        if (element instanceof HTMLElement) settle(element, view);
      })}
    >
      <h2>${content.title}</h2>
      ${content.body}
    </div>
  </div>`;
}

function contentOf(
  view: View,
): { readonly title: string; readonly body: TemplateResult } | undefined {
  const { state, drawing, act } = view;
  const { overlay } = state;
  if (overlay === undefined) return undefined;
  if (overlay.kind === 'help') return { title: 'Keys and marks', body: helpView() };
  if (overlay.kind === 'exports') {
    const entries = exportsOffered.map(([format, label, detail]): MenuEntry => {
      return {
        label,
        detail,
        run: () => {
          act.exportAs(format);
        },
      };
    });
    return { title: 'Export the graph', body: listMenu(entries) };
  }
  const task = taskOf(drawing.snapshot, overlay.key);
  switch (overlay.kind) {
    case 'menu':
      return { title: task?.id ?? 'Folded', body: listMenu(taskMenu(view, overlay.key, task)) };
    case 'setStatus':
      return (
        task && {
          title: `Status of ${task.id}`,
          body: listMenu(statusEntries(view, task.key, task.status)),
        }
      );
    case 'moveToLane': {
      const lanes = drawing.snapshot.lanes.filter(({ key }) => key !== task?.lane);
      const entries = lanes.map(({ key: lane, title }): MenuEntry => {
        return {
          label: title || 'No phase',
          run: () => {
            act.edit({ kind: 'moveToLane', key: overlay.key, lane });
          },
        };
      });
      return task && { title: `Move ${task.id} to`, body: listMenu(entries) };
    }
    case 'addDependency':
      return task && { title: `${task.id} waits for…`, body: dependencyPick(view, task, overlay) };
    case 'addTask':
      return task && { title: `New task after ${task.id}`, body: newTaskForm(view, task) };
  }
}

function statusEntries({ act }: View, key: string, now: StatusView): readonly MenuEntry[] {
  return Object.values(statusFaces).flatMap((face): MenuEntry[] => {
    const { name, text } = face;
    if (name === 'ready' || name === 'unknown') return [];
    const run = (): void => {
      act.edit({ kind: 'setStatus', key, status: name });
    };
    return [{ label: text, icon: faceIcon(face), isCurrent: name === now, run }];
  });
}

/** Once, when it appears: a menu stands where it was asked for, and the focus is inside. */
function settle(sheet: HTMLElement, { state }: View): void {
  if (sheet.dataset['settled'] === 'yes') return;
  sheet.dataset['settled'] = 'yes';
  queueMicrotask(() => {
    const { overlay } = state;
    if (overlay?.kind === 'menu') {
      const { width, height } = sheet.getBoundingClientRect();
      sheet.style.left = `${Math.max(4, Math.min(overlay.x, innerWidth - width - 8))}px`;
      sheet.style.top = `${Math.max(4, Math.min(overlay.y, innerHeight - height - 8))}px`;
    }
    sheet.querySelector<HTMLElement>('input, [role=menuitem], [tabindex="0"], button')?.focus();
  });
}

/** The focus stays in what lies on top. */
function trap(event: KeyboardEvent, { act }: View): void {
  if (event.key === 'Escape') {
    act.show(undefined);
    event.preventDefault();
    return;
  }
  if (event.key !== 'Tab' || !(event.currentTarget instanceof HTMLElement)) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('button, input, [tabindex="0"]'),
  ].filter((stop) => stop.tabIndex >= 0);
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops.at((at + (event.shiftKey ? -1 : 1)) % Math.max(1, stops.length));
  next?.focus();
  event.preventDefault();
}
