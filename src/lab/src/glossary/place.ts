const margin = 8;

/** Puts a box below what it belongs to, or above where there is more room, and within the window. */
export function placeBeside(anchor: Element, box: HTMLElement): void {
  // A word may be broken over two lines; it is the first that one points at.
  const at = anchor.getClientRects()[0] ?? anchor.getBoundingClientRect();
  const zoom = box.currentCSSZoom ?? 1;
  const [width, height] = [zoom * box.offsetWidth, zoom * box.offsetHeight];
  const below = innerHeight - at.bottom;
  const top = below >= height + margin || below >= at.top ? at.bottom + margin / 2 : at.top - height - margin / 2;
  box.style.left = `${Math.max(margin, Math.min(at.left, document.documentElement.clientWidth - width - margin)) / zoom}px`;
  box.style.top = `${Math.max(margin, Math.min(top, innerHeight - height - margin)) / zoom}px`;
}
