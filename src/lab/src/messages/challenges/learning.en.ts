export default {
  'challenge.pixels-undivided.title': 'Pixels not divided',
  'challenge.pixels-undivided.ask':
    'Somebody forgets to divide the pixels, so they run from 0 to {white} in place of 0 to 1. {examples} examples go through a new, untrained network (seed {seed}). Of its {neurons} neurons in layer 1, how many per cent are [saturated](saturation), with a slope σ′(z) below {flat}? An estimate will do.',
  'challenge.pixels-undivided.why':
    '{undivided} % are saturated; with pixels from 0 to 1 it would be {divided} %. Inputs {white} times as large push the weighted sums as far out, where the curve is flat and nothing is learned.',

  'challenge.step-downhill.title': 'One step downhill',
  'challenge.step-downhill.ask':
    'A weight is w = {w}, its [derivative](partialDerivative) ∂C/∂w = {slope}, and the [learning rate](learningRate) η = {rate}. What is the weight after one step of [gradient descent](gradientDescent)?',
  'challenge.step-downhill.why': 'w − η · ∂C/∂w = {w} − {rate} · ({slope}) = {after}. Minus, for the derivative points uphill.',

  'challenge.descent-curve.title': 'Draw the way down',
  'challenge.descent-curve.ask':
    '[Gradient descent](gradientDescent) on f(x) = {a} · x² begins at x = {start}, with η = {rate}. Draw where x is, from the start to step {steps}.',
  'challenge.descent-curve.why':
    'The slope is {slope} · x, so each step multiplies x by 1 − η · {slope} = {factor}. The nearer to the bottom, the shorter the step; in the end x = {end}.',

  'challenge.learning-rate-limit.title': 'How large may η be',
  'challenge.learning-rate-limit.ask':
    'Gradient descent on f(x) = {a} · x²: from which [learning rate](learningRate) η on does it no longer come nearer to the bottom, however long it runs?',
  'challenge.learning-rate-limit.why':
    'One step turns x into (1 − η · {slope}) · x. That is nearer to the bottom only while the factor is above −1: up to η = {limit}.',

  'challenge.momentum.title': 'Momentum on a slope',
  'challenge.momentum.ask':
    'With [momentum](momentum), a step keeps the part μ = {mu} of the step before and adds −η times the slope. On a slope that stays the same everywhere: how many times as long as the first do the steps become in the end?',
  'challenge.momentum.why':
    'Each step is the first one and {mu} of the step before it, until nothing changes any more: 1 / (1 − {mu}) = {times} times as long.',

  'challenge.which-way.title': 'Which matters more',
  'challenge.which-way.ask': 'The [gradient](gradient) of f(x, y) is here ({x}, {y}). To move x by a little: how many times as much does that change f as to move y by as little?',
  'challenge.which-way.why': 'What counts is the size of the components, {more} against {less}: {times} times as much. The signs only say which way is up.',

  'challenge.local-minimum.title': 'Other seeds, other minima',
  'challenge.local-minimum.ask':
    '{seeds} networks begin with other random weights (seeds {first} to {last}). Each learns from the same {examples} examples for {epochs} epochs, so each comes to a minimum of its own. How far apart are the best and the worst, by their [accuracy](accuracy) on {tests} test examples?',
  'challenge.local-minimum.why':
    'The worst reads {least} %, the best {most} %: {spread} points apart. Their weights have nothing in common, but most [local minima](localMinimum) are about as good as each other.',
  'challenge.local-minimum.option.least': 'less than {little} percentage points',
  'challenge.local-minimum.option.less': '{little} to {some} points',
  'challenge.local-minimum.option.more': '{some} to {much} points',
  'challenge.local-minimum.option.most': 'more than {much} points: where one starts decides everything',

  'challenge.xor-seeds.title': 'Exclusive-or, many starts',
  'challenge.xor-seeds.ask':
    'Exclusive-or is to be learned by as small a network as can do it: 2-2-1. {seeds} such networks begin with other random weights (seeds {first} to {last}) and learn the four corners for {epochs} epochs, η = {rate}. How many of them answer all four rightly in the end? An estimate will do.',
  'challenge.xor-seeds.why':
    '{found} of {seeds} find it, {missed} do not: they rest in a [local minimum](localMinimum) or on a plateau. With so few weights there is no way round it; a larger network nearly always finds one.',

  'challenge.updates-in-epoch.title': 'Steps in an epoch',
  'challenge.updates-in-epoch.ask':
    'There are {examples} examples to learn from. With [mini-batches](miniBatch) of {batch}, where the last one takes what is left: how often do the weights change in one [epoch](epoch)?',
  'challenge.updates-in-epoch.why': 'Once for each mini-batch: {whole} of {batch}, and one of the {rest} that are left. That makes {steps}.',

  'challenge.sum-or-mean.title': 'Sum or mean',
  'challenge.sum-or-mean.ask':
    'The {count} training examples from number {first} on are a [mini-batch](miniBatch). Now each of them is put in {times} times, so that it holds {all}. How many times as long is the mini-batch’s [gradient](gradient), and with it the step?',
  'challenge.sum-or-mean.why': 'Its length was {once}, and it is {often}. The gradient is the mean over the mini-batch: the sum grows, but so does the number that it is divided by.',

  'challenge.batch-times-ten.title': 'Ten times the batch',
  'challenge.batch-times-ten.ask':
    'Two networks begin alike (seed {seed}) and learn from the same {examples} examples for {epochs} {epochs:epoch|epochs}, both with η = {rate}: one in [mini-batches](miniBatch) of {batch}, the other in mini-batches of {large}. How is the [accuracy](accuracy) of the second on test examples?',
  'challenge.batch-times-ten.why':
    'It is {afterwards} %, against {small} % with the small mini-batches. It took {fewer} steps, not {steps}; and as a gradient is a mean, no step is longer because more examples stand behind it.',
  'challenge.batch-times-ten.option.lower': 'lower',
  'challenge.batch-times-ten.option.same': 'about the same, within {alike} percentage points',
  'challenge.batch-times-ten.option.higher': 'higher',

  'challenge.cost-every-step.title': 'Down at every step?',
  'challenge.cost-every-step.ask':
    'From this moment the network takes {steps} steps, each by a [mini-batch](miniBatch) of {batch}, with η = {rate}. After how many of them is the [cost](cost) of all {examples} examples higher than before? An estimate will do.',
  'challenge.cost-every-step.why':
    '{raised} of {steps} raised it; in all it went from {before} to {after}. A step goes down the slope of its own {batch} examples, and that is not quite the slope of all.',

  'challenge.cost-and-accuracy.title': 'Cost up, accuracy up',
  'challenge.cost-and-accuracy.ask':
    'The network goes on from this moment and learns from {examples} examples for {epochs} epochs. After each one, {tests} test examples are looked at. How often does their [cost](cost) rise while the [accuracy](accuracy) on them rises too?',
  'challenge.cost-and-accuracy.why':
    'In {both} of {epochs} epochs. In epoch {epoch} the cost went from {costBefore} to {costAfter}, the accuracy from {before} % to {after} %. The cost counts how far off every output is; the accuracy only asks which output is the largest.',
  'challenge.cost-and-accuracy.option.never': 'never: when the cost rises, the accuracy falls',
  'challenge.cost-and-accuracy.option.sometimes': 'at least once, but in no more than half of the epochs',
  'challenge.cost-and-accuracy.option.mostly': 'in more than half of the epochs',

  'challenge.equal-weights.title': 'All weights begin equal',
  'challenge.equal-weights.ask':
    'All weights and [biases](bias) begin at {weight}. Then the network learns from {examples} examples for one [epoch](epoch). Layer {layer} has {neurons} neurons: how many different ones are there among them afterwards?',
  'challenge.equal-weights.why':
    '{different} of {neurons}. Neurons that are equal get the same inputs and the same error δ, so they change in the same way, at every step.',

  'challenge.zero-biases.title': 'All biases begin at zero',
  'challenge.zero-biases.ask':
    'All [biases](bias) begin at 0, but the weights at random (seed {seed}). Then the network learns from {examples} examples for one [epoch](epoch). Layer {layer} has {neurons} neurons: how many different ones are there among them afterwards?',
  'challenge.zero-biases.why': '{different} of {neurons}. The random weights set the neurons apart already, so each gets an error δ of its own, and a bias of its own.',

  'challenge.flipped-sign.title': 'The sign is flipped',
  'challenge.flipped-sign.ask':
    'A sign is flipped in the program: w ← w + η · ∂C/∂w. From this moment {steps} such {steps:step is|steps are} taken, by mini-batches of {batch} and with η = {rate}. The [cost](cost) of {examples} examples is {before} before. And after?',
  'challenge.flipped-sign.why': 'It goes from {before} to {after}. The gradient points to where the cost rises; who adds it climbs.',
  'challenge.flipped-sign.option.lower': 'lower, by more than {alike} %',
  'challenge.flipped-sign.option.same': 'the same within {alike} %',
  'challenge.flipped-sign.option.doubled': 'higher, but at most twice as high',
  'challenge.flipped-sign.option.more': 'more than twice as high',
  'challenge.flipped-sign.option.endless': 'larger than any number that can be written',

  'challenge.gradients-not-zeroed.title': 'Gradients not set to zero',
  'challenge.gradients-not-zeroed.ask':
    'A program adds each step’s [gradient](gradient) to those it has stored, and forgets to set them to zero in between. Say the gradient is the same at every step. How many times as long as the first step is step {step}?',
  'challenge.gradients-not-zeroed.why': 'By then {times} gradients are added up, so step {step} is {times} times as long: as if η grew from step to step.',

  'challenge.six-mistakes.title': 'Which of six mistakes',
  'challenge.six-mistakes.ask':
    'After {epochs} epochs of {examples} examples the accuracy on them is {accuracy} %, about chance. The signs: the cost went from {before} to {after}. The largest input is {largest}. Of layer 1, {saturated} % is [saturated](saturation), and {different} of its {neurons} neurons are different. {answers} different {answers:answer is|answers are} given. Which mistake was made?',
  'challenge.six-mistakes.why':
    'The surest sign first. An input above 1: pixels not divided. All neurons alike: equal weights. Most of them saturated: η too large. The cost risen: the sign. The cost as before: η too small. The cost fallen, but not the mistakes: the labels belong to other pictures.',
  'challenge.six-mistakes.option.pixels-undivided': 'the pixels were not divided',
  'challenge.six-mistakes.option.equal-weights': 'all weights began equal',
  'challenge.six-mistakes.option.rate-too-large': 'the learning rate is much too large',
  'challenge.six-mistakes.option.flipped-sign': 'the sign of the step is flipped',
  'challenge.six-mistakes.option.rate-too-small': 'the learning rate is much too small',
  'challenge.six-mistakes.option.labels-shuffled': 'the labels were shuffled',

  'challenge.early-layers.title': 'What reaches layer 1',
  'challenge.early-layers.ask':
    'A new network like this one, but with {hidden} hidden {hidden:layer|layers} of {neurons} neurons (seed {seed}), looks at {examples} examples. How large is ∂C/∂w in layer 1 on average, compared with the output layer, layer {last}?',
  'challenge.early-layers.why':
    'On average |∂C/∂w| is {first} in layer 1 and {last} in layer {layer}. On the way back the error is multiplied by weights and by σ′(z) at every layer, and σ′(z) of a [sigmoid](sigmoid) is never more than a quarter.',
  'challenge.early-layers.option.more': 'more than {alike} times as large',
  'challenge.early-layers.option.alike': 'about as large, from a half to {alike} times',
  'challenge.early-layers.option.tens': 'smaller, down to a {tens}th',
  'challenge.early-layers.option.hundreds': 'between a {tens}th and a {hundreds}th',
  'challenge.early-layers.option.thousands': 'less than a {hundreds}th',

  'challenge.layers-without-bends.title': 'Many layers, no bend',
  'challenge.layers-without-bends.ask':
    'Points in a circle are to be told from those in a ring around it. The network has {layers} hidden layers of {neurons} neurons (seed {seed}), but no [activation function](activationFunction) in them: a = z. It is trained. What does its boundary look like?',
  'challenge.layers-without-bends.why':
    'Straight. Multiplied out, the {layers} layers are a single one, which gives the same to within {difference}. So {accuracy} % of the points are all that it gets right.',
  'challenge.layers-without-bends.option.line': 'a straight line',
  'challenge.layers-without-bends.option.bends': 'a line with bends, the more layers the more',
  'challenge.layers-without-bends.option.ring': 'a closed curve around the points inside',

  'slip.scale-is-all-the-same': 'That is the share for divided pixels. A weighted sum grows with its inputs, so their scale is not all the same: it decides where on the curve a neuron stands.',
  'slip.without-rate': 'That is w − ∂C/∂w. The learning rate is missing: a step is η times the derivative.',
  'slip.step-for-weight': 'That is the step only. The new weight is the old one and the step together.',
  'slip.wrong-side': 'The shape is right, the side is not. Whether a step leaps across the bottom is told by 1 − 2aη: below 0 every step does, above 0 none.',
  'slip.steps-of-one-length': 'Those steps are all as long as the first. A step is η times the slope, and towards the bottom the slope fades.',
  'slip.bottom-for-limit': 'With that η a single step leads right to the bottom. Beyond it the steps overshoot, but still come nearer, up to twice that η.',
  'slip.momentum-added-once': 'That is the second step, 1 + μ. The third keeps a part of the second, and so on: they grow further.',
  'slip.momentum-as-factor': 'μ is not what a step is multiplied by, but the part of the last step that is kept and added. So steps get longer, not shorter.',
  'slip.ratio-upside-down': 'That is how much y matters compared with x. It was asked the other way round.',
  'slip.difference-for-ratio': 'That is the difference of the components. How many times as much, their ratio says.',
  'slip.squared-ratio': 'That is the ratio squared. A small move changes f by component times move, so the ratio itself is the answer.',
  'slip.seed-decides-all': 'A bad local minimum is what one fears, but in networks of this kind hardly what one meets: from most starts the end is about as good.',
  'slip.every-seed-arrives': 'Not every start leads to the answer. Descent only ever goes down, and with two hidden neurons many a way down ends too early.',
  'slip.step-for-each-example': 'That is one step for each example. The weights wait for the whole mini-batch and change once, by its mean.',
  'slip.epoch-is-one-step': 'That would be a single step for all examples. An epoch is the whole data once, but a step comes after every mini-batch.',
  'slip.rest-forgotten': 'That leaves out the last mini-batch. It is smaller, but it takes its step as the others do.',
  'slip.divided-without-adding': 'That divides by the larger number of examples, but forgets that the sum over them has grown as well.',
  'slip.same-examples-same-learning': 'The same examples, yes, but not the same number of steps: a tenth, and each of them no longer. Who makes mini-batches larger makes η larger too.',
  'slip.less-noise-more-learning': 'A larger mini-batch points more surely downhill, but goes no further in a step. With a tenth of the steps that is no gain.',
  'slip.down-at-every-step': 'A step lowers the cost of its own mini-batch. For all the other examples it may go up, and it often does.',
  'slip.cost-is-accuracy': 'Cost and accuracy are not two sides of one thing. A few answers may come right by a little while others get much worse: both rise.',
  'slip.training-tells-apart': 'Training does not tell apart what is equal: the same inputs, the same weights and the same δ make the same step. Only a random start does.',
  'slip.equal-biases-equal-neurons': 'Equal biases do not make equal neurons: their weights differ. Only where all weights are equal too do the neurons stay one.',
  'slip.down-either-way': 'It is not the size of the step that leads down but its sign. Against the gradient the cost falls, along it the cost rises.',
  'slip.each-step-alone': 'The step’s own gradient is as long as the first, but nobody cleared the store: all gradients before it count once more.',
  'slip.path-for-step': 'That is how far all steps together have gone. Asked is the length of this step alone.',
  'slip.layers-learn-alike': 'The gradient is not shared out evenly: each layer on the way back multiplies it by weights and slopes, and what comes to layer 1 has been through all of them.',
  'slip.nearest-input-most': 'Layer 1 is nearest to the input, but the error starts at the cost: layer 1 is the last to hear of it.',
  'slip.layers-add-bends': 'Layers do not bend anything by themselves: a linear map of a linear map is linear again. What bends is the activation function between them.',
  'slip.boundary-follows-points': 'The points ask for a ring, but a network can only draw what its functions can. Without a bend in them that is a straight line.',
} as const;
