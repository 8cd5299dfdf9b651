// What a person sees of long work: a line when a step begins, a sign of life while it lasts, its time when it ends.

const signOfLifeMs = 15_000;

/** Runs `action` as a named step and hands on its result or its error. */
export async function step(title, action) {
  const started = Date.now();
  const seconds = () => ((Date.now() - started) / 1000).toFixed(1);
  console.log(`> ${title} ...`);
  const timer = setInterval(
    () => console.log(`  ... still busy: ${title} (${seconds()} s)`),
    signOfLifeMs,
  );
  try {
    const result = await action();
    console.log(`  done: ${title} (${seconds()} s)`);
    return result;
  } catch (error) {
    console.log(`  FAILED: ${title} (${seconds()} s)`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
