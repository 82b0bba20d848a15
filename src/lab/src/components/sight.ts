const pause = 80;
const tries = 60;

/** Brings a part of a chapter into sight as soon as it is there: chapters come when they are first opened. */
export function bringIntoSight(part: string): void {
  let tried = 0;
  const timer = setInterval(() => {
    const element = document.querySelector(`[data-part="${part}"]`);
    element?.scrollIntoView({ block: 'start' });
    if (element || ++tried === tries) clearInterval(timer);
  }, pause);
}
