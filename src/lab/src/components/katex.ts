import katex from 'katex';
import 'katex/dist/katex.css';
import './katex.css';

/**
 * Writes a formula into an element, as HTML and as MathML for screen readers. By way of the document, not of text: the page's
 * policy allows no style attributes in text.
 */
export function render(tex: string, block: boolean, into: HTMLElement): void {
  katex.render(tex, into, { displayMode: block, fleqn: true, throwOnError: false, output: 'htmlAndMathml', strict: false });
}
