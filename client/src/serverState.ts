/** What the language server is doing, as far as the client knows. */

/** `idle`: not needed so far. `failed`: it crashed too often and waits for *Restart Server*. */
export type ServerState = 'idle' | 'starting' | 'running' | 'restarting' | 'stopped' | 'failed';
