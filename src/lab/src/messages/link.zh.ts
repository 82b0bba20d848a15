export default {
  'link.chapter': '地址中的章节“{text}”不存在，已改为显示第一章。',
  'link.step': '地址中的步数“{text}”不是整数，已改为显示第 {step} 步。',
  'link.late': '地址要求第 {step} 步，但训练到第 {last} 步就结束了，已改为显示最后一步。',
  'link.example': '地址中的样本“{text}”不存在，已改为显示第 {index} 号样本。',
  'link.neuron': '地址中的神经元“{text}”在这个网络中不存在，因此没有选中任何神经元。',
  'link.input': '地址中的输入“{text}”在这个神经元上不存在，已改为显示整个神经元。',
  'link.other': '地址中的“{text}”无法理解，已忽略。',
} as const;
