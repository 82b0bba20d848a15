export default {
  'keys.title': '键盘操作',
  'keys.space': '空格',
  'keys.play': '开始训练或暂停',
  'keys.forward': '前进一个小批量',
  'keys.back': '后退一个小批量',
  'keys.present': '开始或结束演示',
  'keys.escape': '从权重退回神经元，再退回整个网络',
  'keys.arrows': '选中之后，逐个移动神经元、像素或单元格',
  'keys.glossary': '术语表',
  'keys.help': '打开这份列表',
  'keys.on': '启用单键操作（空格、K、句点、逗号、G、P）',
} as const;
