import type { PlanePoint } from '../../engine/types';
import type { Plane } from './plane.svelte';
import { mostPoints, pointsOf, pointsText } from './settings';

const least = 0.35;

/** What puts points of one's own into the plane: one with a press, a row of them with a drag; or takes them away. */
export class Brush {
  on = $state(false);
  /** The class (or value) of what is put. */
  value = $state(1);
  erases = $state(false);
  /** What is put and not yet learned from. */
  fresh = $state.raw<readonly PlanePoint[]>([]);
  #all: PlanePoint[] | null = null;

  put(plane: Plane, { x, y }: { readonly x: number; readonly y: number }): void {
    const { settings, info } = plane;
    // The first point beside a set that is there begins one's own.
    this.#all ??= settings.set === 'own' ? (pointsOf(settings.points) ?? []) : [];
    const near = (point: PlanePoint): boolean => Math.hypot(point.x - x, point.y - y) < (this.erases ? 0.5 : least);
    if (this.erases) this.#all = this.#all.filter((point) => !near(point));
    else if (this.#all.length < mostPoints && !this.fresh.some(near)) {
      const point = { x: Number(x.toFixed(2)), y: Number(y.toFixed(2)), value: info?.classes === 0 ? (this.value === 1 ? 1 : -1) : this.value };
      this.#all.push(point);
      this.fresh = [...this.fresh, point];
    }
  }

  /** What was put is learned from. */
  end(plane: Plane): void {
    if (this.#all) plane.set({ set: 'own', points: pointsText(this.#all), ...(plane.info ? { values: plane.info.classes === 0 ? 'on' : 'off' } : {}) });
    this.#all = null;
    this.fresh = [];
  }
}
