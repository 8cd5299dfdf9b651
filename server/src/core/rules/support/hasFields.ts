/** Whether a declaration has a place for fields at all: a row or a bullet is not blamed for what it cannot say. */
import type { Declaration } from '../../model/declaration';
import type { QueueDocument } from '../../model/queueDocument';

/** Headings always have; pipe records where some record of the file uses keyed cells; checkboxes where this one does. */
export function hasFields(document: QueueDocument, declaration: Declaration): boolean {
  switch (declaration.form) {
    case 'heading':
    case 'task-heading':
    case 'task-id-field':
      return true;
    case 'pipe-record':
      return document.declarations.some(
        (d) =>
          d.form === 'pipe-record' && d.fields.some((f) => f.key === 'model' || f.key === 'worker'),
      );
    case 'checkbox':
      return declaration.fields.length > 0;
    case 'table-row':
    case 'status-bullet':
      return false;
  }
}
