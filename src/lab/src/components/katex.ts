import katex from 'katex';
import 'katex/dist/katex.css';
import './katex.css';

/** HTML and MathML of a formula; the page's own text only, never a visitor's. */
export function render(tex: string, block: boolean): string {
  return katex.renderToString(tex, { displayMode: block, fleqn: true, throwOnError: false, output: 'htmlAndMathml', strict: false });
}
