import { isTerm, type TermName } from './terms';

/** A piece of a text: plain, or a word that the glossary explains. */
export interface Piece {
  readonly text: string;
  readonly term: TermName | null;
  /** What follows a term and must not begin a line: its comma or full stop. */
  readonly stop: string;
}

// With the punctuation that follows.
const mark = /\[([^[\]]+)\]\((\w+)\)([,.;:!?)，。；：！？、）]*)/g;

/** The pieces of a text whose terms are marked as in `trained on a [mini-batch](miniBatch)`. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: word = '', 2: term = '', 3: stop = '', index } of text.matchAll(mark)) {
    if (index > end) pieces.push({ text: text.slice(end, index), term: null, stop: '' });
    pieces.push({ text: word, term: isTerm(term) ? term : null, stop });
    end = index + whole.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), term: null, stop: '' });
  return pieces;
}

/** The text without its marks, for titles, names and whatever else is not pressed. */
export function withoutMarks(text: string): string {
  return text.replace(mark, '$1$3');
}

/** The names of the terms that are marked, known or not, in the order of the alphabet. */
export function marksIn(text: string): string[] {
  return [...text.matchAll(mark)].map((found) => found[2]!).sort();
}
