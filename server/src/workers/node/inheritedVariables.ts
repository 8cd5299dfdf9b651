/** What a worker that runs as a process of this machine inherits of ours. */

/** The token belongs to the gateway, not to workers; the other would make an editor's program out of every Electron one. */
const kept = ['OPENCLAW_GATEWAY_TOKEN', 'ELECTRON_RUN_AS_NODE'];

/** Everything but what is meant for us alone; names count without their case, as they do on Windows. */
export function inheritedVariables(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(variables).filter(([name]) => !kept.includes(name.toUpperCase())),
  );
}
