const pause = 80;
const tries = 60;

/** A part of the chapter that is open; null where it is not there, or not yet. */
export function elementOf(part: string): Element | null {
  return document.querySelector(`[data-part="${part}"]`);
}

/** Brings a part of a chapter into sight as soon as it is there: chapters come when they are first opened. */
export function bringIntoSight(part: string): void {
  let tried = 0;
  const timer = setInterval(() => {
    const element = elementOf(part);
    element?.scrollIntoView({ block: 'start' });
    if (element || ++tried === tries) clearInterval(timer);
  }, pause);
}
