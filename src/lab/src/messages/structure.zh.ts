export default {
  'structure.name': '结构',
  'structure.title': '网络就是由权重连接起来的神经元',
  'structure.summary': '写一个数字，看它引出的每一个数。点选一个神经元，看它的数从何而来。',
  'structure.legend.sign': '橙色为负，至 −{limit}；蓝色为正，至 {limit}',
  'structure.legend.activation': '从 0（浅）到 {limit}（深）',
} as const;
