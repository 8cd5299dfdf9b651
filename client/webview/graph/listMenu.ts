/** A list of things to choose from, by mouse, arrows or the first letter. */
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit/html.js';

export interface MenuEntry {
  readonly label: string;
  readonly detail?: string;
  readonly icon?: SVGTemplateResult;
  readonly isCurrent?: boolean;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

/** The menu; the overlay gives its first entry the focus. */
export function listMenu(entries: readonly MenuEntry[]): TemplateResult {
  return html`<div class="menu" role="menu" @keydown=${step}>
    ${entries.map(
      ({ label, detail, icon, isCurrent, isDisabled, run }) =>
        html`<button
          role="menuitem"
          tabindex="-1"
          aria-current=${isCurrent === true ? 'true' : 'false'}
          aria-disabled=${String(isDisabled === true)}
          @click=${isDisabled === true ? nothing : run}
        >
          <span class="sign">${icon ?? (isCurrent === true ? '●' : nothing)}</span>
          <span class="label">${label}</span
          >${detail === undefined ? nothing : html`<span class="word">${detail}</span>`}
        </button>`,
    )}
  </div>`;
}

function step(event: KeyboardEvent): void {
  const menu = event.currentTarget;
  if (!(menu instanceof HTMLElement)) return;
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  const byLetter = (): HTMLElement | undefined =>
    [...items.slice(at + 1), ...items.slice(0, at + 1)].find((item) =>
      item.querySelector('.label')?.textContent?.toLowerCase().startsWith(event.key.toLowerCase()),
    );
  const next = to === undefined ? (event.key.length === 1 ? byLetter() : undefined) : items[to];
  if (next === undefined) return;
  next.focus();
  event.preventDefault();
}
