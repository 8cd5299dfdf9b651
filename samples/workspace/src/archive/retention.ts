export type Kind = 'music' | 'talk' | 'news';

/** Days a recording may be kept. Zero: never published. */
export const keepDays: Readonly<Record<Kind, number>> = { music: 7, talk: 365, news: 0 };
