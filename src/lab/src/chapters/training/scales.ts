import { explodes, type Curve } from '../../components/curve';
import { view } from '../../state';

/** Whether an axis of costs is logarithmic: where the visitor says so, or, where nothing is said, where only the logarithm shows how they grow. */
export function isLogarithmic(curves: readonly Curve[]): boolean {
  const said = view.own['training.scale'];
  return said === 'log' || (said !== 'linear' && explodes(curves));
}

export function setLogarithmic(wanted: boolean, curves: readonly Curve[]): void {
  view.remember('training.scale', wanted === explodes(curves) ? null : wanted ? 'log' : 'linear');
}

/** Whether the axes of epochs are logarithmic. */
export function hasLogarithmicEpochs(): boolean {
  return view.own['training.epochs'] === 'log';
}

export function setLogarithmicEpochs(wanted: boolean): void {
  view.remember('training.epochs', wanted ? 'log' : null);
}
