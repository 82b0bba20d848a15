export default {
  'keys.title': 'Keyboard',
  'keys.space': 'Space',
  'keys.play': 'Train or pause',
  'keys.forward': 'One mini-batch on',
  'keys.back': 'One mini-batch back',
  'keys.present': 'Present, or end the presentation',
  'keys.escape': 'Step back from the weight, then from the neuron',
  'keys.arrows': 'From neuron to neuron, pixel to pixel, cell to cell, once one is chosen',
  'keys.glossary': 'The glossary',
  'keys.help': 'This list',
  'keys.on': 'Single keys (space, K, full stop, comma, G, P) are listened to',
} as const;
