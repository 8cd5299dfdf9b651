/** Offers that several fixes make. */
import type { KnownStatus } from '../../edits/fileStyle';
import { setSlotLine } from '../../edits/setSlotLine';
import { setStatus } from '../../edits/setStatus';
import { refused } from '../../edits/textEdit';
import type { TaskTarget } from '../../edits/taskTarget';
import { quote } from '../../rules/support/quote';
import type { Offer } from '../fix';

/**
 * Another status, with everything that repeats it; where a repeat cannot follow, the task alone. A task that is declared
 * several times is refused: changing one of them would only make them differ. So is one that finds no free slot.
 */
export function statusOffer(
  { key }: TaskTarget,
  id: string,
  status: KnownStatus,
  isPreferred = false,
): Offer {
  return {
    title: `Set ${quote(id)} to ${status}`,
    isPreferred,
    make: (context) => {
      const { index, schedule } = context.state;
      const slots = schedule.byQueue.get(index.tasks.get(key)?.uri ?? '')?.slots;
      if (status === 'in-progress' && slots?.declared === true && slots.free === 0)
        return refused('No slot is free.');
      const all = setStatus(context, { key, status, mirrors: true, slotLine: true });
      return all.kind === 'edits' ? all : setStatus(context, { key, status });
    },
  };
}

/** The slot line as it should be. */
export function slotLineOffer(uri: string): Offer {
  return {
    title: 'Let the slot line say what is in progress',
    isPreferred: true,
    make: (context) => setSlotLine(context, { uri }),
  };
}
