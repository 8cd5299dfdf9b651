/** Which part of the table is looked at, and its active row. */
import type { TableWindow } from './tableView';

export class TableScroll {
  readonly #panel: HTMLElement;
  #window: TableWindow = { top: 0, height: 800 };

  /** `panel` is what the table is drawn into. */
  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  /** As it was when it was last read. */
  get window(): TableWindow {
    return this.#window;
  }

  /** The row that the keyboard is on; nothing while no table is drawn. */
  get activeRow(): HTMLElement | undefined {
    return this.#panel.querySelector<HTMLElement>('tr[tabindex="0"]') ?? undefined;
  }

  /** Reads where people have scrolled to. */
  read(): void {
    const table = this.#table();
    if (table !== null)
      this.#window = { top: table.scrollTop, height: table.clientHeight || this.#window.height };
  }

  /** Scrolls until a row at `top` pixels can be seen. */
  include(top: number): void {
    const table = this.#table();
    const isAway =
      table !== null && (top < table.scrollTop || top > table.scrollTop + table.clientHeight - 80);
    if (isAway) table.scrollTop = Math.max(0, top - table.clientHeight / 2);
    this.read();
  }

  #table(): Element | null {
    return this.#panel.querySelector('.table');
  }
}
