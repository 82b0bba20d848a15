import { lab, view } from '../state';
import { addressOf, viewOf } from '../state/address';
import { usualView } from '../state/current.svelte';
import { store, stored } from '../state/stored';
import { touring } from '../state/tour';
import type { View } from '../state/view';
import { stops, type Stop } from './stops';

/** What was shown when the tour began, kept for as long as the tab is open: a reload must not lose it. */
const kept = 'tour';

/** The way through the chapters, stop by stop. Where it stands the address says; what a stop shows is shown by the chapters themselves. */
class Tour {
  /** What was shown before, where the browser keeps nothing. */
  #before: string | null = null;

  /** The number of the stop, from 1; null where there is no tour. */
  get at(): number | null {
    const said = view.own[touring];
    if (said === undefined) return null;
    const number = Math.trunc(Number(said));
    return Number.isNaN(number) ? 1 : Math.max(1, Math.min(stops.length, number));
  }

  get stop(): Stop | null {
    return this.at === null ? null : stops[this.at - 1]!;
  }

  /** Sets out, and keeps in mind what was shown. */
  begin(): void {
    if (this.at === null) this.#keep(addressOf(lab.opening.addressed));
    this.go(1);
  }

  /** Goes to a stop and shows it as it is meant, whatever was changed there. */
  go(number: number): void {
    const stop = stops[number - 1];
    if (stop === undefined) return;
    const wanted = viewOf(stop.place, usualView());
    // What a link hides stays hidden.
    show({ ...wanted, own: { ...wanted.own, [touring]: String(number) }, hidden: view.hidden });
  }

  /** Ends it; what was shown before it is there again. */
  leave(): void {
    const before = this.#recall();
    if (before === null) view.remember(touring, null);
    else show(viewOf(before, usualView()));
  }

  #keep(address: string): void {
    this.#before = address;
    store('tab', kept, address);
  }

  #recall(): string | null {
    const before = this.#before ?? stored('tab', kept);
    this.#before = null;
    store('tab', kept, null);
    return before;
  }
}

export const tour = new Tour();

function show(wanted: View): void {
  const before = view.snapshot;
  const { language, theme, motion, present } = before;
  view.show({ ...wanted, language, theme, motion, present });
  void lab.opening.travel(before);
}
