export default {
  'cost.name': '代价',
  'cost.title': '代价衡量网络错了多少',
  'cost.summary': '输出与目标并列，差的平方，以及对全部样本的平均。',
} as const;
