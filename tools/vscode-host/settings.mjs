// The user settings of the bundled VS Code: no noise, no network, nothing that moves by itself.

/** Written before each start; callers add theirs on top. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  // Without these two a chat pane takes a third of the window.
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.cursorBlinking': 'solid',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never',
};

/** Enough built-in extensions for tests: 11 instead of more than 70 make a faster and quieter start. */
export const leanBuiltins = [
  'theme-defaults',
  'theme-seti',
  'configuration-editing',
  'json',
  'json-language-features',
  'yaml',
  'markdown-basics',
  'markdown-language-features',
  'typescript-basics',
  'javascript',
  'shellscript',
];
