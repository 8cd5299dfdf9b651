/** Pauses between attempts to get the stream back, in milliseconds. */
const pauses = [500, 1000, 2000, 5000, 10_000];

/** Waits longer after every failure and gives up only when the listener presses stop. */
export async function reconnect(open: () => Promise<boolean>, stopped: () => boolean): Promise<void> {
  for (let attempt = 0; !stopped(); attempt++) {
    if (await open()) return;
    const pause = pauses[Math.min(attempt, pauses.length - 1)] ?? 10_000;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
