export default {
  'training.name': 'Training',
  'training.title': 'Training lowers the cost, step by step',
  'training.summary': 'Cost and accuracy as they change, what each layer learns, and which digits are still misread.',
} as const;
