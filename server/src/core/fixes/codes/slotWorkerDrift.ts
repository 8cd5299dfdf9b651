/** Fix of slot-worker-drift: the slot line names what is in progress. */
import { defineFix } from '../fix';
import { slotLineOffer } from '../support/offers';

export const fixSlotWorkerDrift = defineFix({
  code: 'slot-worker-drift',
  isMechanical: true,
  *offers({ document }) {
    yield slotLineOffer(document.uri);
  },
});
