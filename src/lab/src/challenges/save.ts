import { download } from '../data/download';
import { csvOf, jsonOf, type Answered } from './answered';

const kinds = { json: { of: jsonOf, type: 'application/json' }, csv: { of: csvOf, type: 'text/csv' } } as const;

/** Hands answers to the visitor as a file. Where a spreadsheet would else guess the letters' code, a mark at its beginning says it. */
export function save(kind: keyof typeof kinds, answered: readonly Answered[], file: string, name = ''): void {
  const { of, type } = kinds[kind];
  download(`${file}.${kind}`, [kind === 'csv' ? '\ufeff' : '', of(answered, name)], type);
}
