/** A click on a link within the page goes there at once; with a key held that means another tab or window, it is the browser's. */
export function follow(event: MouseEvent, go: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  go();
}
