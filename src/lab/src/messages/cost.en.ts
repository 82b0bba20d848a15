export default {
  'cost.name': 'Cost',
  'cost.title': 'The cost says how wrong the network is',
  'cost.summary': 'Outputs beside their targets, the squares of their differences, and the mean over all examples.',
} as const;
