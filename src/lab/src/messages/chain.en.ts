export default {
  'chain.name': 'Chain rule',
  'chain.title': 'A derivative is a product of small ratios',
  'chain.summary': 'From one weight to the cost, factor by factor, beside the ratio that a real nudge gives.',
} as const;
