import { fixed } from '../../components/numbers';
import type { ExampleCost } from '../../engine/types';

/** The formula of a cost in general, in TeX. */
export function general(formula: string): string {
  return `C_0=${formula
    .replace(/Σ ?/, '\\sum_j ')
    .replace(/\ba\b/g, 'a_j')
    .replace(/\by\b/g, 'y_j')
    .replace(/ln ?/g, '\\ln ')
    .replace('½', '\\tfrac12')
    .replaceAll('²', '^2')
    .replaceAll('·', '')
    .replaceAll('−', '-')}`;
}

/** The same with an example's numbers in it; lines break between its terms, and never within one. */
export function withNumbers({ cost, outputs }: ExampleCost): string {
  const terms = outputs.map(({ tex }) => tex && (tex.startsWith('-') ? `-{${tex.slice(1)}}` : `+{${tex}}`)).join('');
  return `C_0=${terms.replace(/^\+/, '') || '0'}=${fixed(cost, 4).replace('−', '-').replace('∞', '\\infty')}`;
}
