/** A new task behind another one: an id that nobody has, and a title. */
import { html, type TemplateResult } from 'lit/html.js';
import type { GraphSnapshot, GraphTaskView } from '../../../server/src/protocol/graphSnapshot';
import type { View } from './view';

/** The form, with an id that is free filled in. */
export function newTaskForm({ drawing, act }: View, task: GraphTaskView): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [id, title] = [textOf(data, 'id'), textOf(data, 'title')];
    if (id !== '') act.edit({ kind: 'addTaskAfter', key: task.key, id, title });
  };
  return html`<form class="new-task" @submit=${submit}>
    <label
      >Id
      <input
        type="text"
        name="id"
        required
        spellcheck="false"
        autocomplete="off"
        value=${nextId(drawing.snapshot, task.id)}
    /></label>
    <label>Title <input type="text" name="title" required autocomplete="off" /></label>
    <p class="word">It waits for ${task.id} and stands behind it, in the notation of the file.</p>
    <div class="buttons">
      <button class="primary" type="submit">Add</button>
      <button
        type="button"
        @click=${() => {
          act.show(undefined);
        }}
      >
        Cancel
      </button>
    </div>
  </form>`;
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Counts the first number behind the phase up until the id is free: `p2-3-media` gives `p2-4`. */
function nextId({ tasks }: Pick<GraphSnapshot, 'tasks'>, id: string): string {
  const [, stem, number] = /^(.*?\D-?)(\d+)(?=\D*$|-\D)/.exec(id) ?? [];
  if (stem === undefined || number === undefined) return `${id}-2`;
  const isTaken = (candidate: string): boolean =>
    tasks.some((task) => task.id === candidate || task.id.startsWith(`${candidate}-`));
  let next = Number(number) + 1;
  while (isTaken(`${stem}${next}`)) next++;
  return `${stem}${next}`;
}
