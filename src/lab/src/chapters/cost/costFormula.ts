import { fixed } from '../../components/numbers';
import type { ExampleCost, OutputCost } from '../../engine/types';

/** The formula of a cost in general, in TeX. */
export const general: Readonly<Record<string, string>> = {
  quadratic: 'C_0=\\sum_j (a_j-y_j)^2',
  'half-quadratic': 'C_0=\\tfrac12\\sum_j (a_j-y_j)^2',
  'cross-entropy': 'C_0=-\\sum_j y_j\\ln a_j',
  'binary-cross-entropy': 'C_0=-\\sum_j\\bigl[y_j\\ln a_j+(1-y_j)\\ln(1-a_j)\\bigr]',
};

/** The same with an example's numbers in it, as far as they are not zero by their targets. */
export function withNumbers({ name, cost, outputs }: ExampleCost): string {
  const total = number(cost, 4);
  if (name === 'quadratic') return `C_0=${outputs.map(square).join('+')}=${total}`;
  if (name === 'half-quadratic') return `C_0=\\tfrac12\\bigl[${outputs.map(square).join('+')}\\bigr]=${total}`;
  if (name === 'cross-entropy') {
    const terms = outputs.filter(({ target }) => target !== 0);
    return `C_0=${terms.map(({ activation, target }) => `-${target === 1 ? '' : number(target, 2)}\\ln ${number(activation, 3)}`).join('')}=${total}`;
  }
  if (name === 'binary-cross-entropy') {
    return `C_0=${outputs.map(({ activation, target }) => (target === 1 ? `-\\ln ${number(activation, 3)}` : `-\\ln(1-${number(activation, 3)})`)).join('')}=${total}`;
  }
  return `C_0=${outputs.map(({ part }) => number(part, 3)).join('+')}=${total}`;
}

function square({ activation, target }: OutputCost): string {
  return `(${number(activation, 2)}-${number(target, 0)})^2`;
}

function number(value: number, decimals: number): string {
  return fixed(value, decimals).replace('−', '-').replace('∞', '\\infty');
}
