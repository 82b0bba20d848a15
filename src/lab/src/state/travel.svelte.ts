import { addressOf, viewOf, type WrongPart } from './address';
import { brokenLink } from './brokenLink.svelte';
import { borrow, usualView, view } from './current.svelte';
import type { View } from './view';

/** Browsers refuse more than about three changes of the address a second. */
const pause = 400;

/** Whether the address still says something else than the view. */
export const address = $state({ lags: false });

/** Shows what the address says. */
export function readAddress(): void {
  const wrong: WrongPart[] = [];
  const read = viewOf(location.hash, { ...usualView(), language: view.language, theme: view.theme, motion: view.motion }, wrong);
  borrow(read);
  view.show(read);
  brokenLink.note(wrong, read);
  // Whoever goes back wants another page, not another language.
  const plain = location.hash.replace(/[?&](lang|theme|motion)=[^&]*/g, '').replace(/^([^?&]*)&/, '$1?');
  if (plain !== location.hash) history.replaceState(null, '', plain);
}

/**
 * Keeps the address and the view equal. A change of chapter is a page of its own to go back to; all else replaces the address.
 * `travelled` is called after back, forward or an address typed by hand changed the view. While the view is `opening`, which passes
 * through moments that nobody asked for, the address stays what was asked for. What it says otherwise is what is `addressed`.
 */
export function followAddress(travelled: (before: View) => void, opening: () => boolean, addressed: () => View): () => void {
  let chapter = view.chapter;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (): void => {
    timer = opening() ? setTimeout(write, pause) : undefined;
    if (timer !== undefined) return;
    history.replaceState(null, '', addressOf(addressed()));
    address.lags = false;
  };
  const forget = (): void => {
    clearTimeout(timer);
    timer = undefined;
    address.lags = false;
  };
  const read = (): void => {
    forget();
    const before = view.snapshot;
    readAddress();
    chapter = view.chapter;
    travelled(before);
  };

  const stop = $effect.root(() => {
    $effect(() => {
      const wanted = addressOf(addressed());
      if (view.chapter !== chapter) {
        forget();
        history.pushState(null, '', wanted);
        chapter = view.chapter;
        scrollTo(0, 0);
      } else if (wanted !== location.hash) {
        timer ??= setTimeout(write, pause);
        address.lags = true;
      }
    });
  });
  addEventListener('popstate', read);
  return () => {
    stop();
    forget();
    removeEventListener('popstate', read);
  };
}
