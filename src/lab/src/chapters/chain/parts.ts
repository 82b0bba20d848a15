/** The steps of the chapter, each built on the one before. */
export const parts = ['one', 'many', 'equations', 'check', 'own'] as const;
export type Part = (typeof parts)[number];
