export default {
  'nudges.name': '微调',
  'nudges.title': '每个样本都希望作一点微调',
  'nudges.summary': '每个输出想要什么，满足它的三条途径，以及这些愿望如何在反向传播中相加。',
} as const;
