/** Every command the client registers; `package.json` must list the same (manifest test). */
export const commandIds = {
  refresh: 'proactiveJobs.refresh',
  restartServer: 'proactiveJobs.restartServer',
  showLog: 'proactiveJobs.showLog',
  openTask: 'proactiveJobs.openTask',
  revealInTree: 'proactiveJobs.revealInTree',
  openQueue: 'proactiveJobs.openQueue',
  createQueue: 'proactiveJobs.createQueue',
  restoreLostTasks: 'proactiveJobs.restoreLostTasks',
  compareWithLastGood: 'proactiveJobs.compareWithLastGood',
  acceptQueueChange: 'proactiveJobs.acceptQueueChange',
  reconcile: 'proactiveJobs.reconcile',
  verifyClaims: 'proactiveJobs.verifyClaims',
} as const;
