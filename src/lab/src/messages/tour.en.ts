export default {
  'tour.name': 'Tour',
  'tour.of': '{number} of {count}',
  'tour.answer': 'What is seen?',
  'tour.next': 'Go on',
  'tour.back': 'Back to the stop before',
  'tour.end': 'End the tour',
  'tour.leave': 'Leave the tour',
  'tour.again': 'Show this stop as it was',
  'tour.stops': 'Stops of the tour',
  'tour.coming': 'The engine is at work …',
  'tour.open': 'As it stands now, this question stays open. ↺ brings the stop back.',

  'tour.digit.title': 'Reading a digit',
  'tour.digit.ask': 'How many numbers does it take to read one digit?',
  'tour.digit.do': 'Follow it from the left: the pixels, the hidden layers, the outputs. Each circle is a [neuron](neuron), and a neuron is a number.',
  'tour.digit.seen':
    '{inputs} pixels go in, {parameters} weights and biases are at work, and output {prediction} answers strongest, {value}. The whole network is one function of {inputs} numbers. What does a single neuron add to it?',
  'tour.neuron.title': 'One neuron: weigh, add, squash',
  'tour.neuron.ask': 'Where does the number of this neuron come from?',
  'tour.neuron.do': 'Its [weights](weight) are a picture. Look at weights times inputs: which pixels speak for it, and which against?',
  'tour.neuron.seen':
    'Weights times inputs add up to {sum}; with the bias {bias} that makes z = {z}, and σ squashes it to a = {a}. Could one leave the squashing out?',
  'tour.bends.title': 'Without bends all layers are one',
  'tour.bends.ask': 'This network has hidden layers but no σ in them. What shape can its boundary have?',
  'tour.bends.do': 'Look at the boundary. Then choose tanh as the activation, press Train and look again.',
  'tour.bends.seen':
    'A straight one: multiplied out, all layers are one layer, to within {difference} at every place. Only the bends of σ make of layers more than one. Back to the digits: how wrong is an answer?',
  'tour.cost.title': 'The cost of one digit',
  'tour.cost.ask': 'How wrong is this answer, as one number?',
  'tour.cost.do': 'Hold each output against its [target](target). Which of them costs most?',
  'tour.cost.seen':
    'The parts of all outputs add up to C = {cost}; output {output} costs most, {part}. Sure and right is cheap, sure and wrong is dear. But one digit is not all: how good is the network?',
  'tour.mean.title': 'The cost of the network is a mean',
  'tour.mean.ask': 'And how wrong is it on all the digits that it never saw?',
  'tour.mean.do': 'Find the mean in the histogram. Then look at the costliest digits: would you have read them?',
  'tour.mean.seen':
    'The mean over {examples} digits is {cost}, and {accuracy} of them are read rightly. To learn is to make this one number smaller. How does one find the way down?',
  'tour.valley.title': 'Downhill with one variable',
  'tour.valley.ask': 'The ball feels only the slope under it. Does it find the deepest valley?',
  'tour.valley.do': 'Drag it to the other side of the hill and let it run again.',
  'tour.valley.seen':
    'From x = {start} it comes to rest at x = {rest}, where f = {height}; the deepest valley is at x = {deepest}, with f = {lowest}. Where it starts decides. The slope shrinks on the way, and so do the steps. And with more variables?',
  'tour.importance.title': 'A gradient read as importance',
  'tour.importance.ask': 'Here are two variables. Which of them matters more, and how much more?',
  'tour.importance.do': 'Drag the start over the map, and see its [gradient](gradient) change.',
  'tour.importance.seen':
    'The gradient is ({x}, {y}): to move x matters {times} times as much as to move y. A network has {parameters} variables. Nobody sees such a direction, but every part of it can still be read like this.',
  'tour.landscape.title': 'The cost is a function too',
  'tour.landscape.ask': 'The network is a function of its pixels. What is its cost a function of?',
  'tour.landscape.do': 'Walk along one straight line through all weights and biases, the way the gradient points.',
  'tour.landscape.seen':
    'Of its {parameters} weights and biases: the digits only stand in it as constants. Along this line the mean cost of {examples} digits is {lowest} where it is lowest. Must every step look at all digits?',
  'tour.paths.title': 'The careful hiker and the hurried one',
  'tour.paths.ask': 'A step by all digits, by a few, or by a single one: who is lower after as many steps?',
  'tour.paths.do': 'Follow the three paths from the same start, and watch how straight they are.',
  'tour.paths.seen':
    'After {steps} steps the cost is {all} by all {examples} digits, {batch} by {size} at a time, and {one} by single ones. A [mini-batch](miniBatch) gives a rough direction for a small part of the work. How long should a step be?',
  'tour.rate.title': 'Steps that are too long',
  'tour.rate.ask': 'The same network and the same digits, but a much larger η. What becomes of the cost?',
  'tour.rate.do': 'Look at the cost curve. The presets below have a rate that is too small, too.',
  'tour.rate.seen':
    'With η = {rate} it reads {accuracy} of the new digits in the end; guessing would give {chance}. Steps that are too long leave no way down. And where does the walk begin?',
  'tour.alike.title': 'Why weights begin at random',
  'tour.alike.ask': 'Here all weights began at the same value. Can the neurons of a layer ever become different?',
  'tour.alike.do': 'Look at the accuracy after the last epoch. Then open chapter Structure: are their weight pictures different?',
  'tour.alike.seen':
    'Different neurons in the first layer: {different} of {neurons}. They began alike, got the same nudges and stayed alike. It reads {accuracy} of the new digits. Random weights tell neurons apart. Does it matter which?',
  'tour.seeds.title': 'Another start, another valley',
  'tour.seeds.ask': 'Other random weights lead into another valley. A worse one?',
  'tour.seeds.do': 'Look where the accuracy settles. Start the same run with another seed, and compare the two below.',
  'tour.seeds.seen':
    'From the weights of seed {seed} it comes to {accuracy} on new digits, at a cost of {cost}. Most valleys of such a network are about as good as each other. What makes small steps possible at all?',
  'tour.smooth.title': 'Why σ has to be smooth',
  'tour.smooth.ask': 'If neurons were only on or off, would a small nudge still say which way is down?',
  'tour.smooth.do': 'Compare the two curves: the cost as one weight changes, with σ and with a step in its place.',
  'tour.smooth.seen':
    'Of {nudged} weights that are nudged by {nudge}, the cost answers to {smooth} with the smooth activation, and to {step} with a step. Without slopes there is nothing to follow. So the network can learn. But what did it learn?',
  'tour.strokes.title': 'Strokes, or something else?',
  'tour.strokes.ask': 'One hopes that the first layer finds edges. Which of these pictures is one?',
  'tour.strokes.do': 'Compare the weight pictures with the strokes that one hopes for.',
  'tour.strokes.seen':
    'On the mean their likeness to an edge is {mean}; that of the random weights at the start was {start}. They are loose patterns, and still the network reads. Does it know at least when there is no digit?',
  'tour.noise.title': 'Sure of nothing at all',
  'tour.noise.ask': 'What does it answer to a picture of pure noise, and how sure is it?',
  'tour.noise.do': 'Draw some more noise, and watch the outputs.',
  'tour.noise.seen':
    'The last picture it takes for a {prediction}, {value}. Its strongest output is {mean} on the mean of {count} pictures of noise, and {digits} for digits. It tells digits apart, but nobody taught it what a digit is. Does it learn by heart?',
  'tour.labels.title': 'Learning by heart, or understanding',
  'tour.labels.ask': 'Give every picture a random label. Can a network learn that as well?',
  'tour.labels.do': 'Compare the curves of true and of shuffled labels.',
  'tour.labels.seen':
    'By heart it can: {trained} of {examples} shuffled labels. But of new digits it then reads {shuffled}, and with true labels {right}. Only what is true carries over. Now, who tells each weight where to go?',
  'tour.wishes.title': 'What each output wants',
  'tour.wishes.ask': 'One digit, and every output is a little wrong. Which of them wants most to change?',
  'tour.wishes.do': 'Find the output that is farthest from its target.',
  'tour.wishes.seen':
    'Output {output} wishes most: it is {activation}, should be {target}, and would have to change by {change} in proportion. Those that are nearly right hardly ask for anything. How can such a wish be granted?',
  'tour.avenues.title': 'Three avenues to one neuron',
  'tour.avenues.ask': 'Three things can move this neuron. Which of them has most to give?',
  'tour.avenues.do': 'Compare the three columns: the bias, the weights, and the activations before.',
  'tour.avenues.seen':
    'Of the squared length of its gradient the bias has {bias}, the weights {weights} and the activations before {activations}. Weights count as much as the activations behind them. Activations cannot be set: they are a wish that is passed back. Whose wish?',
  'tour.sum.title': 'Wishes are added up',
  'tour.sum.ask': 'Each neuron of the next layer has its own wish for this one. Who wins?',
  'tour.sum.do': 'Look at the shares one by one, then at their sum.',
  'tour.sum.seen':
    'Of {neurons} neurons {up} want it to rise and {down} to fall; the sum is {sum}. That sum is all that is passed back, layer by layer. And another digit wishes something else:',
  'tour.average.title': 'The mean of all wishes is the step',
  'tour.average.ask': 'Every digit of a mini-batch wants something else of the same parameter. Which way does it go?',
  'tour.average.do': 'Read the first row: one parameter, every digit, and at its end the mean.',
  'tour.average.seen':
    'From {least} to {most} the {examples} digits go for it; the mean is {mean}, the largest of all parameters. The list of these means is the gradient of the mini-batch, {angle}° from that of all {full} digits. Now work one out:',
  'tour.chain.title': 'A chain of small ratios',
  'tour.chain.ask': 'Nudge w. By how much does the cost move, for each bit of the nudge?',
  'tour.chain.do': 'Drag w on its number line, and watch z, a and C follow.',
  'tour.chain.seen':
    '{first} · {second} · {third} = {derivative}. A real nudge of {nudge} gives {ratio}: a [derivative](partialDerivative) is such a ratio and nothing else. When is a factor small?',
  'tour.flat.title': 'Where the curve is flat',
  'tour.flat.ask': 'A large weight pushes z far to the right. What is left of the derivative?',
  'tour.flat.do': 'Look at the factor ∂a/∂z. Then choose ReLU in the place of the sigmoid.',
  'tour.flat.seen':
    'Here σ′(z) = {slope}, and the product is down to {derivative}: a [saturated](saturation) neuron hardly learns. And with many neurons in a layer?',
  'tour.many.title': 'Many neurons, many paths',
  'tour.many.ask': 'With one neuron a layer there was one path to the cost. How many are there now?',
  'tour.many.do': 'Look at the paths that leave this neuron, and at what each of them brings.',
  'tour.many.seen':
    '{paths} paths, whose shares add up to ∂C/∂a = {sum}. This is the only factor that changed; with the others it makes ∂C/∂w = {product}. Must one work out every weight by itself?',
  'tour.equations.title': 'All of a layer at once',
  'tour.equations.ask': 'How many derivatives does one line of matrices give?',
  'tour.equations.do': 'Point at a term, and its neurons stand out in the network.',
  'tour.equations.seen':
    'BP4 gives all {rows} × {columns} = {count} weights of layer {layer} in one product, and a mini-batch takes no more than wider matrices. But is such a formula right?',
  'tour.slip.title': 'A slip on paper',
  'tour.slip.ask': 'Some notes write ∂C/∂w = a′ · σ′(z) · (a − y) for the cost (a − y)². Is that right?',
  'tour.slip.do': 'Mend the formula in its field until the check agrees.',
  'tour.slip.seen':
    'Held against measured slopes at {points} points, the formula gives {factor} times what it should; at a factor of 1 it holds. Numbers catch what the eye passes over. Now all of it, from the back to the front:',
  'tour.backwards.title': 'Forward once, backward once',
  'tour.backwards.ask': 'How many passes does it take to have all derivatives?',
  'tour.backwards.do': 'Choose any line: its derivative is what comes forward times what comes backward.',
  'tour.backwards.seen':
    'Forward comes a = {a}, backward δ = {delta}, and their product is ∂C/∂w = {product}. The two passes give all {parameters} of them. What of δ is left when the way back is long?',
  'tour.depth.title': 'Gradients that vanish',
  'tour.depth.ask': 'In a deep network of sigmoids, how much does the first layer hear of the error?',
  'tour.depth.do': 'Compare the bars layer by layer. Then choose ReLU.',
  'tour.depth.seen':
    'With {depth} hidden layers its mean |∂C/∂w| is {ratio} times that of the last layer: every layer on the way back multiplies by σ′(z), here {slope} on the mean. What is done with a derivative, once it is there?',
  'tour.update.title': 'One step',
  'tour.update.ask': 'You have ∂C/∂w and η. What is the new w?',
  'tour.update.do': 'Work it out, then press the button for one step and see.',
  'tour.update.seen':
    'w = {before}, the mean derivative is {gradient}, η = {rate}: the step leads to {after}. That is all learning is: w ← w − η ∂C/∂w, for all weights, again and again. Now train one yourself, in chapter Training.',
} as const;
