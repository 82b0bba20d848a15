import type { Attachment } from 'svelte/attachments';

/** Tells the whole page how high an element is, as a length of this name: what is fixed or sticks keeps clear of it. */
export function measure(name: `--${string}`): Attachment<HTMLElement> {
  return (element) => {
    const { style } = document.documentElement;
    const tell = (): void => style.setProperty(name, `${element.offsetHeight}px`);
    const observer = new ResizeObserver(tell);
    // At once too: what is scrolled into sight now must know it.
    tell();
    observer.observe(element, { box: 'border-box' });
    return () => {
      observer.disconnect();
      style.removeProperty(name);
    };
  };
}
