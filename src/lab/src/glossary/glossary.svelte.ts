/** Whether the glossary stands over the page. */
export const glossary = $state({ open: false });
