/** Where a pointer is in an element, in the element's own pixels: presented to a hall, the page is drawn larger than it is laid out. */
export function placeIn(event: MouseEvent, element: Element): { x: number; y: number } {
  const box = element.getBoundingClientRect();
  const zoom = element.currentCSSZoom ?? 1; // older browsers do not zoom
  return { x: (event.clientX - box.left) / zoom, y: (event.clientY - box.top) / zoom };
}
