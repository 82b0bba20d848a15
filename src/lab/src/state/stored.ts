/** Where a browser keeps a text: for good, or for as long as a tab is open. Private windows may refuse either, so that it must be asked for each time. */
const places = { always: () => localStorage, tab: () => sessionStorage } as const;
type Place = keyof typeof places;

/** What is kept under a name; null where nothing is, or nothing may be. */
export function stored(place: Place, name: string): string | null {
  try {
    return places[place]().getItem(`nabla.${name}`);
  } catch {
    return null;
  }
}

/** Keeps a text, where the browser allows it; null takes away what was kept. */
export function store(place: Place, name: string, text: string | null): void {
  try {
    if (text === null) places[place]().removeItem(`nabla.${name}`);
    else places[place]().setItem(`nabla.${name}`, text);
  } catch {}
}
