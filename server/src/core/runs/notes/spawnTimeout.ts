/** Remarks that the call which spawned a worker timed out. That is no failure: the worker had been started each time. */
import { roleOf } from './noteField';
import type { NoteItem } from './noteItems';

/** True when an item says it of the call. Limits of time, and what else may time out, are not meant. */
export function saysCallTimedOut(item: NoteItem, part: string): boolean {
  const role = item.field === undefined ? 'other' : roleOf(item.field.name);
  if (role === 'aim' || role === 'task' || role === 'model') return false;
  return clausesOf(part).some(
    (clause) => anyTimeout.test(clause) && !denied.test(clause) && ofCall.test(clause),
  );
}

function clausesOf(text: string): readonly string[] {
  return text.split(/[.;][ \t]|,[ \t]+(?!but\b)|[|]/);
}

const anyTimeout = /\btime(?:d|s)?[ -]?outs?\b/i;
const denied =
  /(?<![\w-])(?:no|not|without|never|avoid\w*|prevent\w*|fix\w*|resolv\w*|if|unless|increase\w*|longer|set|may|might)\b[^():]{0,25}\btime(?:d|s)?[ -]?outs?\b|n't time|\btime-?outs?\b[*_`]*[ \t]*(?:[:=]|to\b|of\b)[*_`]*[ \t]*\d/i;
/** It stands with the call, the whole of a remark, or with what there is in spite of it. */
const ofCall =
  /\bgateway\b|\b(?:(?:re-?)?spawn(?:ed|ing|s)?|sessions?_\w+|calls?|responses?|requests?|replies|reply)\b.{0,30}\btime(?:d|s)?[ -]?out|\btime(?:d|s)?[ -]?outs?\b.{0,12}\b(?:on|of|for|in|during|at)\b.{0,12}\b(?:spawn\w*|calls?|response|request|session creation|creat\w+)|\btime(?:d|s)?[ -]?outs?\b.{0,3}\b(?:but|though|although|however|yet)\b.{0,40}\b(?:created|spawned|started|running|active|exists?|works?|working)\b|^[\s(*_`]*time(?:d|s)?[ -]?out[\s)*_`]*$|\((?:time(?:d|s)?[ -]?out)\)/i;
