/** Every fix, by code. A rule without an entry has no fix that is sure to be right. */
import { fixAmbiguousDependency } from './codes/ambiguousDependency';
import { fixDepAnnotationDrift } from './codes/depAnnotationDrift';
import { fixDependencyCycle } from './codes/dependencyCycle';
import { fixDuplicateField } from './codes/duplicateField';
import { fixDuplicateId } from './codes/duplicateId';
import { fixElidedContent } from './codes/elidedContent';
import { fixGluedHeading } from './codes/gluedHeading';
import { fixHeadingStatusMismatch } from './codes/headingStatusMismatch';
import { fixLiteralNewlines } from './codes/literalNewlines';
import { fixMirrorDrift } from './codes/mirrorDrift';
import { fixMissingStarted } from './codes/missingStarted';
import { fixMissingStatus } from './codes/missingStatus';
import { fixMissingWorker } from './codes/missingWorker';
import { fixMojibake } from './codes/mojibake';
import { fixSlotMismatch } from './codes/slotMismatch';
import { fixSlotWorkerDrift } from './codes/slotWorkerDrift';
import { fixStaleBlocked } from './codes/staleBlocked';
import { fixStaleInProgress } from './codes/staleInProgress';
import { fixTsFormat } from './codes/tsFormat';
import { fixTsFuture } from './codes/tsFuture';
import { fixUnclosedFence } from './codes/unclosedFence';
import { fixUnknownStatus } from './codes/unknownStatus';
import { fixUnmetDependency } from './codes/unmetDependency';
import { fixUnresolvedDependency } from './codes/unresolvedDependency';
import type { FixProvider } from './fix';

export const fixes: readonly FixProvider[] = [
  fixAmbiguousDependency,
  fixDepAnnotationDrift,
  fixDependencyCycle,
  fixDuplicateField,
  fixDuplicateId,
  fixElidedContent,
  fixGluedHeading,
  fixHeadingStatusMismatch,
  fixLiteralNewlines,
  fixMirrorDrift,
  fixMissingStarted,
  fixMissingStatus,
  fixMissingWorker,
  fixMojibake,
  fixSlotMismatch,
  fixSlotWorkerDrift,
  fixStaleBlocked,
  fixStaleInProgress,
  fixTsFormat,
  fixTsFuture,
  fixUnclosedFence,
  fixUnknownStatus,
  fixUnmetDependency,
  fixUnresolvedDependency,
];
