export default {
  'nudges.name': 'Nudges',
  'nudges.title': 'Every example wishes for small changes',
  'nudges.summary': 'What each output wants, the three ways to give it, and how the wishes add up on their way back.',
} as const;
