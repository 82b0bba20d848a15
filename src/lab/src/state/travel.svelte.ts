import { addressOf, viewOf } from './address';
import { usualView, view } from './current.svelte';
import type { View } from './view';

/** Browsers refuse more than about three changes of the address a second. */
const pause = 400;

/** Whether the address still says something else than the view. */
export const address = $state({ lags: false });

/**
 * Keeps the address and the view equal. A change of chapter is a page of its own to go back to; all else replaces the address.
 * `travelled` is called after back, forward or an address typed by hand changed the view. While the view is `opening`, which passes
 * through moments that nobody asked for, the address stays what was asked for.
 */
export function followAddress(travelled: (before: View) => void, opening: () => boolean): () => void {
  let chapter = view.chapter;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (): void => {
    timer = opening() ? setTimeout(write, pause) : undefined;
    if (timer !== undefined) return;
    history.replaceState(null, '', addressOf(view.snapshot));
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
    view.show(viewOf(location.hash, { ...usualView(), language: before.language, theme: before.theme }));
    chapter = view.chapter;
    travelled(before);
  };

  const stop = $effect.root(() => {
    $effect(() => {
      const wanted = addressOf(view.snapshot);
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
