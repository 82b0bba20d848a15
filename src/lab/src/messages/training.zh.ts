export default {
  'training.name': '训练',
  'training.title': '训练一步步降低代价',
  'training.summary': '看代价与准确率如何变化，每一层学到多少，哪些数字仍被认错。',
} as const;
