export default {
  'structure.name': 'Structure',
  'structure.title': 'A network is neurons joined by weights',
  'structure.summary': 'Draw a digit and see every number that it sets off. Choose a neuron to see where its own number comes from.',
  'structure.legend.sign': 'Orange: below zero, to −{limit}; blue: above zero, to {limit}',
  'structure.legend.activation': 'From 0, pale, to {limit}, strong',
} as const;
