export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

class Spoken {
  language = $state<Language>('en');
}

/** The language of the page. */
export const spoken = new Spoken();
