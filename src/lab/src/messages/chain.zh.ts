export default {
  'chain.name': '链式法则',
  'chain.title': '导数是一串微小比值的乘积',
  'chain.summary': '从一个权重到代价，一个因子接一个因子，并与真实微调测得的比值对照。',
} as const;
