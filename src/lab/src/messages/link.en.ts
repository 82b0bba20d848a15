export default {
  'link.chapter': 'The address asks for a chapter “{text}”, and there is none; the first chapter is shown instead.',
  'link.step': 'The address asks for step “{text}”, which is no whole number; step {step} is shown instead.',
  'link.late': 'The address asks for step {step}, and the run ends at step {last}; that is shown instead.',
  'link.example': 'The address asks for example “{text}”, and there is none; example no. {index} is shown instead.',
  'link.neuron': 'The address asks for neuron “{text}”, and this network has none; no neuron is selected instead.',
  'link.input': 'The address asks for input “{text}”, and this neuron has none; the whole neuron is shown instead.',
  'link.other': 'The address says “{text}”, which is not understood; it is left out.',
} as const;
