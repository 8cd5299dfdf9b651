/** Fix of slot-mismatch: the slot line says what is in progress. */
import { defineFix } from '../fix';
import { slotLineOffer } from '../support/offers';

export const fixSlotMismatch = defineFix({
  code: 'slot-mismatch',
  isMechanical: true,
  *offers({ document }) {
    yield slotLineOffer(document.uri);
  },
});
