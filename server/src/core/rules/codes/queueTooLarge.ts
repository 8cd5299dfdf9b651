/** queue-too-large: a file too large to be read as a queue; only its lines are known. */
import { defineRule } from '../rule';

export const queueTooLarge = defineRule({
  code: 'queue-too-large',
  severity: 'information',
  *check({ options }, { problems, text }) {
    for (const { code, span } of problems) {
      if (code !== 'queue-too-large') continue;
      const limit =
        text.length > options.maxTextLength
          ? `${options.maxTextLength} characters`
          : `${options.maxLines} lines`;
      yield {
        span,
        message: `This file has more than ${limit}, too many to be read as a queue. Nothing in it was checked; move finished tasks to an archive file.`,
      };
    }
  },
});
