export default {
  'cost.title': 'The cost says how wrong the network is',
  'cost.summary':
    'How wrong is an answer, as one number? Find the output that costs most beside its [target](target): together they are the [cost](cost) of this digit, and the mean over all digits is that of the network.',
  'cost.example': 'The cost of this digit',
  'cost.column.output': 'Output',
  'cost.column.target': 'target',
  'cost.sum': 'Sum: the cost of this digit,',
  'cost.notSquares':
    'This run measures by logarithms ([cross-entropy](crossEntropy)), not by squares: a small output where a 1 should be costs without limit.',
  'cost.right':
    'Read correctly, as {label}. The surer the network is, the smaller this cost. Try: train on, or drag the time back, and see how it changes.',
  'cost.wrong':
    'Misread: it is {label}, and the network says {prediction}. Output {label} is {below} below its target and output {prediction} is {above} above; together they are {share} of this cost.',
  'cost.convention.quadratic':
    'The [quadratic cost](squaredError) as the lectures write it, with the derivative ∂C₀/∂a = 2(a−y). Nielsen’s book has half of both.',
  'cost.convention.half-quadratic':
    'The [quadratic cost](squaredError) as Nielsen’s book writes it: half of the lectures’, with the derivative ∂C₀/∂a = a−y.',
  'cost.convention.cross-entropy':
    'With [softmax](softmax) the outputs add up to 1, so raising the right one lowers all others. The target is [one-hot](oneHot), so only the right output stands in the sum.',
  'cost.convention.binary-cross-entropy': 'Each output is measured on its own: the right one by ln a, every other by ln(1−a).',
  'cost.noTarget': 'A drawing has no target until someone says what it is meant to be; without a target there is no cost.',
  'cost.network': 'The cost of the network',
  'cost.mean.train': 'Mean cost of {count} training {count:digit|digits}',
  'cost.mean.test': 'Mean cost of {count} test {count:digit|digits}',
  'cost.correct': 'Read correctly',
  'cost.correct.of': '{correct} of {count}',
  'cost.mean.hint':
    'Training lowers the mean over the [training set](trainingSet). The mean over the [test set](testSet) says how well the network [generalises](generalisation): whether what it learned holds for digits it never saw.',
  'cost.histogram': 'How the costs are spread',
  'cost.histogram.name': 'Histogram of the costs: arrow keys go from bin to bin, Enter shows its digits',
  'cost.histogram.bin': 'Cost {from} to {to}: {count} {count:digit|digits}',
  'cost.histogram.here': 'this digit',
  'cost.histogram.log': 'logarithmic counts',
  'cost.histogram.hint':
    'Each bar counts the digits of about that cost. Choose a bar to see them below. Try: train, and watch where the hill moves.',
  'cost.costliest': 'The costliest digits',
  'cost.costliest.hint':
    'Below each digit: what it is → what the network says, and its cost. Choose one to take it apart. Try the last page of a trained network: there are the digits it is right and sure about.',
} as const;
