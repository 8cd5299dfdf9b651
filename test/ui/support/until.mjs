// Waiting for what has no event.

/** Asks until the answer is true. Fails after `limitMs`; never sleep for a fixed time instead. */
export async function until(condition, limitMs = 60_000) {
  const end = Date.now() + limitMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${condition}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
