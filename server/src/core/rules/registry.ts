/** Every rule, by code. A test joins this list with the codes, the pages, the settings and the fixtures. */
import { ambiguousDependency } from './codes/ambiguousDependency';
import { binaryContent } from './codes/binaryContent';
import { claimNotFound } from './codes/claimNotFound';
import { claimWithoutEvidence } from './codes/claimWithoutEvidence';
import { conflictMarkers } from './codes/conflictMarkers';
import { deadAtBirth } from './codes/deadAtBirth';
import { depAnnotationDrift } from './codes/depAnnotationDrift';
import { depFreetext } from './codes/depFreetext';
import { dependencyCycle } from './codes/dependencyCycle';
import { doneBeforeDependency } from './codes/doneBeforeDependency';
import { doneUncheckedAc } from './codes/doneUncheckedAc';
import { duplicateField } from './codes/duplicateField';
import { duplicateId } from './codes/duplicateId';
import { elidedContent } from './codes/elidedContent';
import { gluedHeading } from './codes/gluedHeading';
import { headingStatusMismatch } from './codes/headingStatusMismatch';
import { implausibleClock } from './codes/implausibleClock';
import { invalidJson } from './codes/invalidJson';
import { literalNewlines } from './codes/literalNewlines';
import { mirrorDrift } from './codes/mirrorDrift';
import { missingModel } from './codes/missingModel';
import { missingProgress } from './codes/missingProgress';
import { missingStarted } from './codes/missingStarted';
import { missingStatus } from './codes/missingStatus';
import { missingWorker } from './codes/missingWorker';
import { mojibake } from './codes/mojibake';
import { orphanHeartbeat } from './codes/orphanHeartbeat';
import { orphanProgress } from './codes/orphanProgress';
import { orphanTableRow } from './codes/orphanTableRow';
import { progressDrift } from './codes/progressDrift';
import { queueShrunk } from './codes/queueShrunk';
import { queueTooLarge } from './codes/queueTooLarge';
import { readyButIdle } from './codes/readyButIdle';
import { runningWithoutWorker } from './codes/runningWithoutWorker';
import { slotContradiction } from './codes/slotContradiction';
import { slotMismatch } from './codes/slotMismatch';
import { slotWorkerDrift } from './codes/slotWorkerDrift';
import { slotsExceeded } from './codes/slotsExceeded';
import { staleBlocked } from './codes/staleBlocked';
import { staleInProgress } from './codes/staleInProgress';
import { statusWithoutId } from './codes/statusWithoutId';
import { tsFormat } from './codes/tsFormat';
import { tsFuture } from './codes/tsFuture';
import { tsOrder } from './codes/tsOrder';
import { unclosedFence } from './codes/unclosedFence';
import { unknownModel } from './codes/unknownModel';
import { unknownStatus } from './codes/unknownStatus';
import { unmetDependency } from './codes/unmetDependency';
import { unmetDependencySoft } from './codes/unmetDependencySoft';
import { unresolvedDependency } from './codes/unresolvedDependency';
import { unsafeName } from './codes/unsafeName';
import { validationOverdue } from './codes/validationOverdue';
import { verdictNotApplied } from './codes/verdictNotApplied';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  ambiguousDependency,
  binaryContent,
  claimNotFound,
  claimWithoutEvidence,
  conflictMarkers,
  deadAtBirth,
  depAnnotationDrift,
  depFreetext,
  dependencyCycle,
  doneBeforeDependency,
  doneUncheckedAc,
  duplicateField,
  duplicateId,
  elidedContent,
  gluedHeading,
  headingStatusMismatch,
  implausibleClock,
  invalidJson,
  literalNewlines,
  mirrorDrift,
  missingModel,
  missingProgress,
  missingStarted,
  missingStatus,
  missingWorker,
  mojibake,
  orphanHeartbeat,
  orphanProgress,
  orphanTableRow,
  progressDrift,
  queueShrunk,
  queueTooLarge,
  readyButIdle,
  runningWithoutWorker,
  slotContradiction,
  slotMismatch,
  slotWorkerDrift,
  slotsExceeded,
  staleBlocked,
  staleInProgress,
  statusWithoutId,
  tsFormat,
  tsFuture,
  tsOrder,
  unclosedFence,
  unknownModel,
  unknownStatus,
  unmetDependency,
  unmetDependencySoft,
  unresolvedDependency,
  unsafeName,
  validationOverdue,
  verdictNotApplied,
];
