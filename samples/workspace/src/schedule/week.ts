export interface Slot {
  readonly show: string;
  readonly presenter: string;
  /** Minutes since Monday 00:00. */
  readonly from: number;
  readonly to: number;
}

/** What is on air at a minute of the week; undefined during the night loop. */
export function onAir(week: readonly Slot[], minute: number): Slot | undefined {
  return week.find((slot) => slot.from <= minute && minute < slot.to);
}
