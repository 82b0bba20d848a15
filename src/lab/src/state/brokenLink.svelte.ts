import type { RunInfo } from '../engine/types';
import { message, type Message } from '../messages/words';
import type { WrongPart } from './address';
import type { View } from './view';

/** What an address said that is not there, and what is shown instead. */
class BrokenLink {
  said = $state.raw<readonly Message[]>([]);
  /** Whether the view is an address's that has not been held against a network yet. */
  #fresh = false;

  /** Takes note of an address that was read as `view`. */
  note(wrong: readonly WrongPart[], view: View): void {
    this.said = wrong.map((part) => unread(part, view));
    this.#fresh = true;
  }

  /** Takes note of what its run lacks; what does not fit another run that is started later is no fault of a link. */
  add(missing: readonly Message[]): void {
    if (this.#fresh) this.said = [...this.said, ...missing];
    this.#fresh = false;
  }
}

export const brokenLink = new BrokenLink();

function unread({ name, text }: WrongPart, view: View): Message {
  switch (name) {
    case 'chapter':
      return message('link.chapter', { text });
    case 'step':
      return message('link.step', { text, step: view.step });
    case 'example':
      return view.example.set === 'drawing' ? message('link.other', { text }) : message('link.example', { text, index: view.example.index });
    case 'neuron':
      return message('link.neuron', { text });
    case 'input':
      return message('link.input', { text });
    default:
      return message('link.other', { text: name === null ? text : `${name}=${text}` });
  }
}

/** What of a view there is in a run, and what there is not. */
export function fitted(
  { selection, example, step }: Pick<View, 'selection' | 'example' | 'step'>,
  { sizes, trainExamples, testExamples, steps }: Pick<RunInfo, 'sizes' | 'trainExamples' | 'testExamples' | 'steps'>,
): Pick<View, 'selection' | 'example' | 'step'> & { missing: Message[] } {
  const missing: Message[] = [];
  if (selection && selection.neuron >= (sizes[selection.layer] ?? 0)) {
    missing.push(message('link.neuron', { text: `${selection.layer}.${selection.neuron}` }));
    selection = null;
  }
  if (selection && typeof selection.input === 'number' && selection.input >= sizes[selection.layer - 1]!) {
    missing.push(message('link.input', { text: String(selection.input) }));
    selection = { ...selection, input: null };
  }
  if (example.set !== 'drawing' && example.index >= (example.set === 'train' ? trainExamples : testExamples)) {
    missing.push(message('link.example', { text: `${example.set}:${example.index}`, index: 0 }));
    example = { set: example.set, index: 0 };
  }
  if (step > steps) {
    missing.push(message('link.late', { step, last: steps }));
    step = steps;
  }
  return { selection, example, step, missing };
}
