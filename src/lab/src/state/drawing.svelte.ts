import { dataSets } from '../data/dataSets.svelte';
import { photos } from '../data/photos.svelte';
import { message } from '../messages/words';
import { view } from './current.svelte';
import { rasterize, rasterSize } from './rasterize';
import type { Session } from './session.svelte';
import { decodeStrokes } from './strokes';
import type { ShownExample } from './view';

/** The visitor's drawing or photo on its way to the engine. */
export class Drawing {
  underWay = $state(false);
  /** What the engine has. */
  #known = '';

  /** `received` says whether there is a network to see it; `changed` is called when the engine has another. */
  constructor(
    private readonly session: Session,
    private readonly received: () => boolean,
    private readonly changed: () => void,
  ) {}

  /** What the engine is to have; null where no drawing is shown. */
  get wanted(): string | null {
    return view.example.set === 'drawing' ? keyOf(view.example) : null;
  }

  /** Another run knows nothing of it. */
  forget(): void {
    this.#known = '';
  }

  /** Hands it to the engine; while a pen moves, only the latest. */
  async show(): Promise<void> {
    if (this.underWay || !this.received()) return;
    this.underWay = true;
    await this.session.attempt(async () => {
      for (let example = view.example; example.set === 'drawing' && keyOf(example) !== this.#known; example = view.example) {
        const { strokes, pen, normalise, label, photo } = example;
        const key = keyOf(example);
        if (!photo) await this.session.engine.draw(rasterize(decodeStrokes(strokes) ?? [], pen), rasterSize, rasterSize, normalise, label);
        else if (!(await this.#photograph(label))) continue;
        this.#known = key;
        this.changed();
      }
    });
    this.underWay = false;
  }

  /** Where there is no photo, as after a reload, the first example stands in its place. */
  async #photograph(label: number | null): Promise<boolean> {
    const photo = photos.current;
    if (photo === null) {
      photos.missed = true;
      view.example = { set: 'test', index: 0 };
      return false;
    }
    const { blank } = await this.session.engine.photograph(photo.rgba, photo.width, photo.height, photos.which, label);
    if (blank) dataSets.problems = [message('data.photo.blank')];
    return true;
  }
}

function keyOf({ strokes, pen, label, normalise, photo }: Extract<ShownExample, { set: 'drawing' }>): string {
  return photo ? `photo ${photos.version}:${photos.which}:${label}` : `${strokes}:${pen}:${label}:${normalise}`;
}
