/** Said wherever the server owes an answer: it does not run, or has none. */
export const noAnswer = 'The language server does not answer.';
