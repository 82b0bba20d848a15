// Made from the C# class Laboratory by the test TypeScriptTypesTests; NABLA_WRITE_TYPES=1 writes it anew.

/** Long work, done a slice at a time; the client calls again until there is a result. */
export interface Sliced<T> {
  readonly done: number;
  readonly result: T | null;
}

/** What can be asked of the engine. */
export interface Laboratory {
  /** One path on which the error comes back to a weight, the strongest of those that go where it is wanted, and what it is beside all of them. */
  errorPath(example: ExampleRef, layer: number, neuron: number, input: number | null, through: readonly number[]): ErrorPath;
  /** How large the gradients of a new network are by layer: it learns what the run learns, by the same cost, and has never been trained. */
  gradientsByDepth(depth: number, activation: string, initializer: string, seed: number, examples: number): DepthGradients;
  /** The chain of factors from a weight or bias to the cost, beside measured nudges. */
  chain(example: ExampleRef, layer: number, neuron: number, input: number | null): ChainOfFactors;
  /** A network with one neuron a layer, forward, backward and nudged. */
  oneNeuronChain(network: OneNeuronNetwork): OneNeuronChain;
  /** From one quantity of a network with one neuron a layer to the cost, factor by factor, beside nudges of it. */
  nudgeChain(network: OneNeuronNetwork, neuron: number, symbol: string): NudgedChain;
  /** The four equations of a layer with an example's numbers. */
  equations(example: ExampleRef, layer: number): readonly Equation[];
  /** All numbers of a term, row by row; NaN where one is infinite. */
  equationTerm(example: ExampleRef, layer: number, equation: string, term: number): Float64Array;
  /** Compares a derivative by backpropagation with one by finite differences. */
  checkDerivative(example: ExampleRef, layer: number, neuron: number, input: number | null): DerivativeCheck;
  /** Weights and biases drawn at random, to be checked; the layers take turns. */
  drawParameters(example: ExampleRef, count: number, seed: number): readonly Parameter[];
  /** Compares a person's own formula for a derivative with finite differences. */
  checkFormula(formula: string, of: string, cost: string, activation: string): FormulaAnswer;
  /** All challenges, in the order of the lectures. */
  challenges(): readonly ChallengeEntry[];
  /** A question about what is shown; null where it cannot be asked of it. */
  poseChallenge(name: string, example: ExampleRef, seed: number): ChallengeQuestion | null;
  /** What is to be said of an answer, for which the engine does what was asked about. */
  judgeChallenge(name: string, example: ExampleRef, seed: number, guess: readonly number[]): Sliced<Verdict>;
  /** How the cost of an example comes about, output by output. */
  cost(example: ExampleRef): ExampleCost;
  /** Judges a whole set at this moment; what it found is kept until the moment changes. */
  review(set: ExampleSet): Sliced<Review>;
  /** The examples of a set by cost, the costliest first. */
  costliest(set: ExampleSet, from: number, count: number): ExamplePage;
  /** The examples of a class that were taken for a class, the same or another, the most confident first. */
  takenFor(set: ExampleSet, label: number, prediction: number, from: number, count: number): ExamplePage;
  /** The misread examples of a set, the most confident first. */
  misread(set: ExampleSet, label: number | null, prediction: number | null, from: number, count: number): ExamplePage;
  /** The build of the engine: another may come to other bits. */
  build(): string;
  /** What the engine can do, by name. */
  describe(): Description;
  /** Draws the built-in digits, the first so many; those that are drawn already are kept. */
  makeDigits(train: number, test: number): Sliced<DataInfo>;
  /** Takes a published set from its four IDX files, plain or gzipped. */
  setImages(name: string, trainImages: Uint8Array, trainLabels: Uint8Array, testImages: Uint8Array, testLabels: Uint8Array): DataInfo;
  /** The pixels of some images of the run, image after image. */
  pixels(set: ExampleSet, from: number, count: number): Uint8Array;
  /** The classes of all examples of a set of the run. */
  labels(set: ExampleSet): Int32Array;
  /** Takes a drawing, bright ink on black, as the example 'drawing'. */
  draw(pixels: Uint8Array, width: number, height: number, normalise: boolean, label: number | null): Drawing;
  /** Takes a digit of a photograph, dark on light paper or light on dark, as the example 'drawing', brought into MNIST's form. */
  photograph(rgba: Uint8Array, width: number, height: number, which: number, label: number | null): Drawing;
  /** All that was found in the last photograph, as the network of this moment reads it. */
  readPhoto(): PhotoReading;
  /** Descends a function, step after step. */
  descend(question: DescentQuestion): DescentAnswer;
  /** How high a function is at evenly spaced points of its shown part, of two variables row after row; NaN where it has no finite value. */
  heights(formula: string, variables: number, range: number | null, points: number): Float64Array;
  /** Which minimum of a function of one variable is reached from where. */
  basins(formula: string, range: number | null, learningRate: number, momentum: number): Sliced<BasinMap>;
  /** The cost of the network of this moment along a straight line through all its parameters. */
  lineOfCost(direction: string, examples: number, seed: number): Sliced<LineOfCost>;
  /** Trains the run's untrained network in three ways, by all examples, mini-batches and single ones, and shows their paths on the plane that is nearest to them. */
  planeOfCost(examples: number, batch: number, rounds: number, isByStep: boolean, learningRate: number): Sliced<PlaneOfCost>;
  /** The gradient of the mini-batch that comes next, layer by layer; at the end of the run, of the last one. */
  batchGradient(): BatchGradient;
  /** What each output wants, the strongest wish first. */
  desiredChanges(example: ExampleRef): readonly DesiredChange[];
  /** The three ways to move one neuron as the cost wishes. */
  avenues(example: ExampleRef, layer: number, neuron: number): ThreeAvenues;
  /** The wishes of a layer for each neuron of the layer before; of more than 2,000 shares none are here, but in wish. */
  wishes(example: ExampleRef, layer: number): readonly Wish[];
  /** The wishes of a layer for one neuron of the layer before. */
  wish(example: ExampleRef, layer: number, neuron: number): Wish;
  /** The table of examples × parameters, and its mean beside the gradient. */
  averaging(examples: readonly number[], rows: number, also: readonly Parameter[]): Sliced<Averaging>;
  /** How much the neurons of the first layer are like an edge. */
  edgeLikeness(from: number, count: number): EdgeLikenesses;
  /** The strokes that one hopes for, of the size of the run's pictures. */
  hopedForStrokes(): readonly HopedForStroke[];
  /** An edge as a picture of weights. */
  edgePicture(row: number, column: number, angle: number): Float32Array;
  /** What the network answers to pictures of noise, drawn one after the other. */
  noise(kind: NoiseKind, seed: number, count: number): NoiseView;
  /** Lets two networks of 784-n-10 (ReLU, softmax) learn the run's first examples side by side, one with the labels shuffled. */
  labelRace(examples: number, hidden: number, epochs: number, seed: number, known: number, milliseconds: number): LabelRaceView;
  /** The picture that a neuron likes more and more, after so many steps of ascent. */
  dream(example: ExampleRef, layer: number, neuron: number, from: DreamStart, steps: number): Sliced<DreamView>;
  /** The test digits that are nearest to an example: in their pixels, and in what each layer makes of them. */
  neighbours(example: ExampleRef, count: number): Sliced<Neighbours>;
  /** What the run knows of itself, to be kept as a file: its moments are then there again without training. */
  remember(mostBytes: number, timed: boolean): Uint8Array;
  /** Takes what the same run remembered, and says all that is now known of it. */
  recall(memory: Uint8Array): History;
  /** Shows the last network that a run remembered in the place of the one of this moment, where the run that stands here is the same but for the number of its examples: a first visitor need not wait for all of them. */
  showRemembered(memory: Uint8Array): Moment;
  /** Shows a trained network in the place of the one of this moment; training goes on without it. */
  showModel(name: string, file: Uint8Array): Moment;
  /** Goes back to the run's own network, as it is at this moment. */
  hideModel(): Moment;
  /** Begins to learn in the plane; what was learned there before is gone. */
  planeStart(task: PlaneTask): PlaneInfo;
  /** The points of a set, as they would be without noise. */
  planeSet(set: string): readonly PlanePoint[];
  /** Trains on in the plane for a slice of time. */
  planeAdvance(until: number, untilCost: number, time: number): PlaneProgress;
  /** The outputs all over the plane, then each hidden neuron in smaller pictures, each row by row from the top; then layer by layer the weights, the biases, and the mean derivatives of both. */
  planeFrame(size: number, small: number): Float32Array;
  /** The features all over the plane, picture after picture. */
  planeFeatures(size: number): Float32Array;
  /** Gives a weight or bias another value. */
  planeEdit(layer: number, neuron: number, input: number | null, value: number): PlaneProgress;
  /** A point in the network, forward and backward. */
  planePass(point: PlanePoint): PlanePass;
  /** What the next step does to a weight or bias. */
  planeUpdate(layer: number, neuron: number, input: number | null): PlaneUpdate;
  /** The one layer that the network comes to where all its hidden layers are linear. */
  planeCollapse(): PlaneCollapse;
  /** The cost along a weight of a hidden layer, with its activation and with a step in its place. */
  planeContrast(layer: number, neuron: number, input: number): Sliced<PlaneSteps>;
  /** Approximates a curve by the neurons of one hidden layer. */
  approximateCurve(curve: string, width: number, activation: string): Sliced<PlaneCurve>;
  /** What the network does with an example, forward and backward. */
  explain(example: ExampleRef): Explanation;
  /** One neuron with its equation's numbers. */
  neuron(example: ExampleRef, layer: number, neuron: number): NeuronView;
  /** The weights of a layer, a row a neuron. */
  weights(layer: number): Float32Array;
  /** The biases of a layer. */
  biases(layer: number): Float32Array;
  /** Something true of how an example is read that nobody expects. */
  surprise(example: ExampleRef): Sliced<Surprise>;
  /** Says what a run's name asks for and whether it can be started. */
  check(name: string): RunCheck;
  /** Says the same of a run with other settings, and what follows from them. */
  choose(name: string, chosen: Readonly<Record<string, string>>): RunCheck;
  /** Starts a run, at step 0, in the place of the one that was here. */
  start(name: string): RunInfo;
  /** Trains on, until a step is reached or the time is up. */
  advance(until: number, milliseconds: number): Progress;
  /** Goes to a step, back or forward, to the very bits, until it is there or the time is up. */
  seek(step: number, milliseconds: number): Progress;
  /** Where the run is now. */
  moment(): Moment;
  /** All costs and epochs of the run so far. */
  history(): History;
  /** What is the matter where the run has learned nothing so far; null where it has, where that is not said yet, and where it diverged. */
  diagnose(): DeadRun | null;
  /** The mini-batch that is learned from after so many steps. */
  batch(step: number): MiniBatch;
  /** Sets a parameter of the network at this moment, to see what would be; training goes on without it. */
  edit(layer: number, neuron: number, input: number | null, value: number): Moment;
  /** Takes back all edits of this moment. */
  undoEdits(): Moment;
}

/** How many parameters a call has, how its answer comes, and whether in slices. */
export const calls = {
  errorPath: { parameters: 5, answer: 'json', sliced: false },
  gradientsByDepth: { parameters: 5, answer: 'json', sliced: false },
  chain: { parameters: 4, answer: 'json', sliced: false },
  oneNeuronChain: { parameters: 1, answer: 'json', sliced: false },
  nudgeChain: { parameters: 3, answer: 'json', sliced: false },
  equations: { parameters: 2, answer: 'json', sliced: false },
  equationTerm: { parameters: 4, answer: 'doubles', sliced: false },
  checkDerivative: { parameters: 4, answer: 'json', sliced: false },
  drawParameters: { parameters: 3, answer: 'json', sliced: false },
  checkFormula: { parameters: 4, answer: 'json', sliced: false },
  challenges: { parameters: 0, answer: 'json', sliced: false },
  poseChallenge: { parameters: 3, answer: 'json', sliced: false },
  judgeChallenge: { parameters: 4, answer: 'json', sliced: true },
  cost: { parameters: 1, answer: 'json', sliced: false },
  review: { parameters: 1, answer: 'json', sliced: true },
  costliest: { parameters: 3, answer: 'json', sliced: false },
  takenFor: { parameters: 5, answer: 'json', sliced: false },
  misread: { parameters: 5, answer: 'json', sliced: false },
  build: { parameters: 0, answer: 'json', sliced: false },
  describe: { parameters: 0, answer: 'json', sliced: false },
  makeDigits: { parameters: 2, answer: 'json', sliced: true },
  setImages: { parameters: 5, answer: 'json', sliced: false },
  pixels: { parameters: 3, answer: 'bytes', sliced: false },
  labels: { parameters: 1, answer: 'ints', sliced: false },
  draw: { parameters: 5, answer: 'json', sliced: false },
  photograph: { parameters: 5, answer: 'json', sliced: false },
  readPhoto: { parameters: 0, answer: 'json', sliced: false },
  descend: { parameters: 1, answer: 'json', sliced: false },
  heights: { parameters: 4, answer: 'doubles', sliced: false },
  basins: { parameters: 4, answer: 'json', sliced: true },
  lineOfCost: { parameters: 3, answer: 'json', sliced: true },
  planeOfCost: { parameters: 5, answer: 'json', sliced: true },
  batchGradient: { parameters: 0, answer: 'json', sliced: false },
  desiredChanges: { parameters: 1, answer: 'json', sliced: false },
  avenues: { parameters: 3, answer: 'json', sliced: false },
  wishes: { parameters: 2, answer: 'json', sliced: false },
  wish: { parameters: 3, answer: 'json', sliced: false },
  averaging: { parameters: 3, answer: 'json', sliced: true },
  edgeLikeness: { parameters: 2, answer: 'json', sliced: false },
  hopedForStrokes: { parameters: 0, answer: 'json', sliced: false },
  edgePicture: { parameters: 3, answer: 'floats', sliced: false },
  noise: { parameters: 3, answer: 'json', sliced: false },
  labelRace: { parameters: 6, answer: 'json', sliced: false },
  dream: { parameters: 5, answer: 'json', sliced: true },
  neighbours: { parameters: 2, answer: 'json', sliced: true },
  remember: { parameters: 2, answer: 'bytes', sliced: false },
  recall: { parameters: 1, answer: 'json', sliced: false },
  showRemembered: { parameters: 1, answer: 'json', sliced: false },
  showModel: { parameters: 2, answer: 'json', sliced: false },
  hideModel: { parameters: 0, answer: 'json', sliced: false },
  planeStart: { parameters: 1, answer: 'json', sliced: false },
  planeSet: { parameters: 1, answer: 'json', sliced: false },
  planeAdvance: { parameters: 3, answer: 'json', sliced: false },
  planeFrame: { parameters: 2, answer: 'floats', sliced: false },
  planeFeatures: { parameters: 1, answer: 'floats', sliced: false },
  planeEdit: { parameters: 4, answer: 'json', sliced: false },
  planePass: { parameters: 1, answer: 'json', sliced: false },
  planeUpdate: { parameters: 3, answer: 'json', sliced: false },
  planeCollapse: { parameters: 0, answer: 'json', sliced: false },
  planeContrast: { parameters: 3, answer: 'json', sliced: true },
  approximateCurve: { parameters: 3, answer: 'json', sliced: true },
  explain: { parameters: 1, answer: 'json', sliced: false },
  neuron: { parameters: 3, answer: 'json', sliced: false },
  weights: { parameters: 1, answer: 'floats', sliced: false },
  biases: { parameters: 1, answer: 'floats', sliced: false },
  surprise: { parameters: 1, answer: 'json', sliced: true },
  check: { parameters: 1, answer: 'json', sliced: false },
  choose: { parameters: 2, answer: 'json', sliced: false },
  start: { parameters: 1, answer: 'json', sliced: false },
  advance: { parameters: 2, answer: 'json', sliced: false },
  seek: { parameters: 2, answer: 'json', sliced: false },
  moment: { parameters: 0, answer: 'json', sliced: false },
  history: { parameters: 0, answer: 'json', sliced: false },
  diagnose: { parameters: 0, answer: 'json', sliced: false },
  batch: { parameters: 1, answer: 'json', sliced: false },
  edit: { parameters: 4, answer: 'json', sliced: false },
  undoEdits: { parameters: 0, answer: 'json', sliced: false },
} as const;

/** One of the paths on which the error of the outputs comes back to a weight, factor by factor. */
export interface ErrorPath {
  /** The weight or bias. */
  readonly parameter: Parameter;
  /** The neurons that it goes through, from the weight's own to an output. */
  readonly neurons: readonly number[];
  /** Its factors, from the error of the output to what the weight multiplies. */
  readonly factors: readonly PathFactor[];
  /** What it brings to the weight's neuron: the product of all factors but the last. */
  readonly share: number;
  /** The error δ of that neuron, to which all paths add up. */
  readonly delta: number;
  /** Share in proportion to Delta: more than 1 or below 0 where paths cancel; null where there is no error. */
  readonly part: number | null;
  /** ∂C/∂w: the whole error times what the weight multiplies. */
  readonly derivative: number;
  /** How many paths there are. */
  readonly paths: number;
  /** The sum of the shares of all paths, each multiplied out by itself; null where they are too many for that. */
  readonly sum: number | null;
  /** The sum of the sizes of all shares; what it is larger than |Delta| cancels. */
  readonly sizes: number;
  /** Whether no path brings more. */
  readonly isStrongest: boolean;
}

/** An example. */
export interface ExampleRef {
  /** Where it is. */
  readonly set: ExampleSet;
  /** Which, from 0; 0 for the drawing. */
  readonly index: number;
}

/** How large the gradients of new networks are by layer, on examples of the run. */
export interface DepthGradients {
  /** The number of inputs, then of neurons layer by layer. */
  readonly sizes: readonly number[];
  /** How many examples were run forward and backward. */
  readonly examples: number;
  /** The name of the activation of the outputs: the run's own. */
  readonly outputActivation: string;
  /** The name of the cost: the run's own. */
  readonly cost: string;
  /** The network that was asked for. */
  readonly shown: GradientProfile;
  /** The same network with sigmoids and Xavier's initialiser, to compare it with. */
  readonly usual: GradientProfile;
}

/** From one weight to the cost, factor by factor (C24, C25): ∂C/∂w_jk = ∂z_j/∂w_jk · ∂a_j/∂z_j · ∂C/∂a_j with ∂z_j/∂w_jk = a_k and ∂a_j/∂z_j = σ′(z_j). */
export interface ChainOfFactors {
  /** The weight w_jk of layer l, or its bias b_j, the weight of an input that is always 1. */
  readonly parameter: Parameter;
  /** Its value. */
  readonly weight: number;
  /** How fast the sum follows the weight, ∂z_j/∂w_jk = a_k; 1 for a bias. */
  readonly dZdW: number;
  /** How fast the activation follows the sum, ∂a_j/∂z_j = σ′(z_j); null in a softmax layer, where every activation follows every sum. */
  readonly dAdZ: number | null;
  /** How fast the cost follows the activation, ∂C/∂a_j; null in a softmax layer, and where it is infinite. */
  readonly dCdA: number | null;
  /** How fast the cost follows the sum, δ_j = ∂C/∂z_j: the last two factors together. */
  readonly dCdZ: number;
  /** The product, ∂C/∂w_jk. */
  readonly product: number;
  /** The paths from a hidden neuron to the cost, whose sum is ∂C/∂a_j; none for an output. */
  readonly paths: readonly CostPath[];
  /** Nudges of the weight, made and measured, each smaller than the one before. */
  readonly nudges: readonly MeasuredNudge[];
}

/** A network with one neuron a layer (C24; 3Blue1Brown, Backpropagation calculus), in which every derivative is one chain of factors: z = w·a' + b, a = σ(z), C₀ = (a−y)² or another cost of the last activation. */
export interface OneNeuronChain {
  /** The input of the first neuron. */
  readonly input: number;
  /** The target y. */
  readonly target: number;
  /** The cost, C₀. */
  readonly cost: number;
  /** The neurons, from the input to the output. */
  readonly links: readonly ChainLink[];
  /** The last neuron's weight, bias and input, each nudged by itself and the cost run forward again. */
  readonly nudges: readonly ChainNudge[];
}

/** A network with one neuron a layer, to be run. */
export interface OneNeuronNetwork {
  /** The input of the first neuron. */
  readonly input: number;
  /** The target y. */
  readonly target: number;
  /** The name of the cost: quadratic or half-quadratic. */
  readonly cost: string;
  /** The name of the activation of every neuron; not softmax. */
  readonly activation: string;
  /** The weight of each neuron. */
  readonly weights: readonly number[];
  /** The bias of each neuron. */
  readonly biases: readonly number[];
}

/** From one quantity of a one-neuron chain to its cost, factor by factor, beside what nudges of it do. */
export interface NudgedChain {
  /** The product of the factors: the derivative of the cost by it. */
  readonly derivative: number;
  /** The factors, from the quantity to the cost. */
  readonly factors: readonly ChainFactor[];
  /** Nudges, made and measured, each smaller than the one before. */
  readonly nudges: readonly ChainNudgeMade[];
}

/** One of the four equations of backpropagation (C27; Nielsen, Neural Networks and Deep Learning, chapter 2), or of the forward pass, for one layer, in three ways of writing, with this example's numbers. */
export interface Equation {
  /** BP1 to BP4, as in Nielsen's book; of the forward pass, what it computes. */
  readonly name: string;
  /** The layer l, from 1. */
  readonly layer: number;
  /** Index by index. */
  readonly scalar: string;
  /** For one example. */
  readonly vector: string;
  /** For a mini-batch of m examples, a column each. */
  readonly matrix: string;
  /** The numbers: what the equation computes, then what from, in the order of the vector form. */
  readonly terms: readonly EquationTerm[];
}

/** A derivative by backpropagation beside the same by nudging the parameter. */
export interface DerivativeCheck {
  /** The parameter. */
  readonly parameter: Parameter;
  /** Its value. */
  readonly value: number;
  /** ∂C/∂θ by backpropagation. */
  readonly computed: number;
  /** The same by finite differences. */
  readonly measured: number;
  /** Their difference, relative to the larger of them. */
  readonly relativeError: number;
  /** The largest relative difference that counts as agreement. */
  readonly tolerance: number;
  /** Whether they agree. */
  readonly agrees: boolean;
}

/** Which parameter of a network: the weight w^l_jk, or where there is no input the bias b^l_j. */
export interface Parameter {
  /** The layer l, from 1. */
  readonly layer: number;
  /** The neuron j of that layer, from 0. */
  readonly neuron: number;
  /** The neuron k of the layer before, from 0; null for a bias. */
  readonly input: number | null;
}

/** What became of a person's own formula: it was compared, or it could not be read. */
export interface FormulaAnswer {
  /** The comparison; null where it could not be read. */
  readonly check: FormulaCheck | null;
  /** Why it could not be read; null where it could. */
  readonly problem: FormulaProblem | null;
}

/** A challenge. */
export interface ChallengeEntry {
  /** Its name. */
  readonly name: string;
  /** The concept that it is about. */
  readonly concept: string;
  /** The part of the page that shows its answer, such as cost.example. */
  readonly part: string;
  /** How it is answered. */
  readonly form: ChallengeForm;
  /** The chapter that the part is of. */
  readonly chapter: string;
}

/** A question about what is shown. */
export interface ChallengeQuestion {
  /** The challenge. */
  readonly name: string;
  /** What it was drawn from. */
  readonly seed: number;
  /** The numbers that its words name, by their names there. */
  readonly values: Readonly<Record<string, number>>;
  /** What is to be chosen from. */
  readonly options: readonly string[];
  /** Where a curve is to be drawn. */
  readonly axes: ChallengeAxes | null;
  /** The formula of the run's cost function, where the words speak of it. */
  readonly cost: string | null;
}

/** What is to be said of an answer. */
export interface Verdict {
  /** Whether it is right. */
  readonly isRight: boolean;
  /** The slip that leads to it; null where it is right or no known one does. */
  readonly slip: string | null;
  /** The right answer. */
  readonly answer: readonly number[];
  /** The numbers that the words name in which it is explained. */
  readonly values: Readonly<Record<string, number>>;
}

/** How the cost of an example comes about. */
export interface ExampleCost {
  /** The name of the cost. */
  readonly name: string;
  /** Its formula. */
  readonly formula: string;
  /** The formula of one output's part. */
  readonly partFormula: string;
  /** The cost, the sum of the parts. */
  readonly cost: number;
  /** The outputs, in their order. */
  readonly outputs: readonly OutputCost[];
}

/** How the network does on a set of examples at a moment. */
export interface Review {
  /** The set. */
  readonly set: ExampleSet;
  /** Steps of the run before this moment. */
  readonly step: number;
  /** Number of examples. */
  readonly examples: number;
  /** The mean of their costs. */
  readonly cost: number;
  /** The largest of their costs. */
  readonly largestCost: number;
  /** How many were read rightly. */
  readonly correct: number;
  /** The part of them that was read rightly, 0 to 1. */
  readonly accuracy: number;
  /** How often a class (row) was taken for a class (column). */
  readonly confusion: readonly (readonly number[])[];
  /** The examples counted by cost, the cheapest first; all bins are equally wide. */
  readonly histogram: readonly HistogramBin[];
}

/** Where an example is. */
export type ExampleSet = 'train' | 'test' | 'drawing';

/** Some examples out of a longer list. */
export interface ExamplePage {
  /** How many the whole list has. */
  readonly total: number;
  /** The place of the first in the list, from 0. */
  readonly from: number;
  /** The examples. */
  readonly examples: readonly JudgedExample[];
}

/** What the engine can do, by name. */
export interface Description {
  /** The engine's version. */
  readonly version: string;
  /** Runs to start from, the good ones first. */
  readonly presets: readonly PresetEntry[];
  /** Activation functions; softmax is for the last layer alone. */
  readonly activations: readonly string[];
  /** Those that a layer before the last may have. */
  readonly hiddenActivations: readonly string[];
  /** Those that a formula of one's own may be about. */
  readonly formulaActivations: readonly string[];
  /** Costs. */
  readonly costs: readonly CostEntry[];
  /** What can be set of a run, in the order of its name. */
  readonly settings: readonly SettingEntry[];
  /** Names of data sets that a run can have. */
  readonly data: readonly string[];
}

/** The data sets that are here. */
export interface DataInfo {
  /** Each of them. */
  readonly sets: readonly DataSetInfo[];
}

/** A drawing, as the network gets it. */
export interface Drawing {
  /** Its pixels, row by row, 0 to 255. */
  readonly pixels: readonly number[];
  /** Its width in pixels. */
  readonly width: number;
  /** Its height in pixels. */
  readonly height: number;
  /** Whether nothing is drawn. */
  readonly blank: boolean;
  /** Which digit it is meant to be; null where nobody said. */
  readonly label: number | null;
  /** The output activations. */
  readonly outputs: readonly number[];
  /** The class that the network sees. */
  readonly prediction: number;
}

/** What was found in a photograph. */
export interface PhotoReading {
  /** The digits in the order in which they are read; none where nothing is drawn, or no photograph was given. */
  readonly digits: readonly PhotoDigit[];
  /** Whether digits touch each other and cannot be told apart: then it is the largest piece alone. */
  readonly areTouching: boolean;
}

/** What became of it: it was descended, or its formula could not be read. */
export interface DescentAnswer {
  /** The descent; null where the formula could not be read. */
  readonly descent: DescentView | null;
  /** Why it could not be read; null where it could. */
  readonly problem: FormulaProblem | null;
}

/** A descent that is asked for. */
export interface DescentQuestion {
  /** The name of a function that everybody knows, or a formula. */
  readonly function: string;
  /** 1 for a function of x, 2 for one of x and y. */
  readonly variables: number;
  /** How far from 0 it is shown; null for the function's own part. */
  readonly range: number | null;
  /** Where it begins, a value for each variable; null for the function's own start. */
  readonly start: readonly number[] | null;
  /** The learning rate η; null for one that suits the function. */
  readonly learningRate: number | null;
  /** The part of each step that the next one keeps. */
  readonly momentum: number;
  /** The most steps, 1 to 1,000. */
  readonly steps: number;
}

/** Which minimum is reached from where. */
export interface BasinMap {
  /** The minima, the lowest first. */
  readonly minima: readonly MinimumPoint[];
  /** The intervals of starts that lead to the same one, from left to right. */
  readonly intervals: readonly BasinInterval[];
}

/** The network's cost along a straight line through all its parameters. */
export interface LineOfCost {
  /** random, gradient or start. */
  readonly direction: string;
  /** Examples that the cost is the mean of. */
  readonly examples: number;
  /** How many parameters move along the line. */
  readonly parameters: number;
  /** How far in parameter space one unit of the line is. */
  readonly length: number;
  /** The places on the line, ascending. */
  readonly places: readonly number[];
  /** The cost at each; null where it is not finite. */
  readonly costs: readonly (number | null)[];
}

/** The cost over a plane through the network's parameters, and three ways of training on it. */
export interface PlaneOfCost {
  /** Examples that are learned from, and that the cost is the mean of. */
  readonly examples: number;
  /** The learning rate, the same for all. */
  readonly learningRate: number;
  /** The first coordinates of the grid, ascending. */
  readonly x: readonly number[];
  /** The second coordinates. */
  readonly y: readonly number[];
  /** The costs, row after row; null where one is not finite. */
  readonly costs: readonly (number | null)[];
  /** The ways, of all examples, mini-batches and single ones. */
  readonly paths: readonly PathView[];
}

/** The gradient of the mini-batch that comes next at this moment, by layers. */
export interface BatchGradient {
  /** Steps before the mini-batch. */
  readonly step: number;
  /** The mean cost of its examples. */
  readonly cost: number;
  /** The length of the gradient, √Σ(∂C/∂θ)². */
  readonly length: number;
  /** The layers, from the first hidden one to the output. */
  readonly layers: readonly LayerGradient[];
}

/** What one output wants on one example (C20): to move by −∂C/∂a_j, up where that is positive, and more the farther it is off. */
export interface DesiredChange {
  /** The output j. */
  readonly output: number;
  /** Its activation, a_j. */
  readonly activation: number;
  /** Its target, y_j. */
  readonly target: number;
  /** Its part of the cost: (a_j−y_j)², half of that, or −y_j·ln a_j. */
  readonly costPart: number;
  /** The change that it wants, −∂C/∂a_j; null where it is infinite. */
  readonly change: number | null;
  /** The change that its weighted sum wants, −∂C/∂z_j = −δ_j. */
  readonly sumChange: number;
}

/** The three ways to move one neuron as the cost wishes (C21; 3Blue1Brown, What is backpropagation really doing?): its bias, its weights in proportion to the activations they multiply, and the activations of the layer before in proportion to the weights. */
export interface ThreeAvenues {
  /** The layer l, from 1. */
  readonly layer: number;
  /** The neuron j, from 0. */
  readonly neuron: number;
  /** Its weighted sum, z_j. */
  readonly z: number;
  /** Its activation, a_j. */
  readonly activation: number;
  /** Its error, δ_j = ∂C/∂z_j. */
  readonly delta: number;
  /** The bias: one nudge, its factor 1. */
  readonly bias: Avenue;
  /** The weights: the factor of w_jk is the activation a_k. */
  readonly weights: Avenue;
  /** The activations before: the factor of a_k is the weight w_jk. */
  readonly activations: Avenue;
  /** What the brightest neurons before have to do with it. */
  readonly brightest: BrightNeurons;
  /** The steps along the avenues, taken and measured, each smaller than the one before. */
  readonly steps: readonly AvenueStep[];
}

/** What a layer wishes of one neuron of the layer before (C22): every neuron j of the layer has its own wish, and they are added up, ∂C/∂a_k = Σ_j w_jk·δ_j. */
export interface Wish {
  /** The layer of the neuron that is wished of; 0 is the input. */
  readonly layer: number;
  /** The neuron k, from 0. */
  readonly neuron: number;
  /** Its activation now, a_k. */
  readonly activation: number;
  /** The sum of all wishes, ∂C/∂a_k. */
  readonly derivative: number;
  /** The share of each neuron j of the layer after, w_jk·δ_j, in their order. */
  readonly shares: readonly number[];
}

/** The table of examples × parameters, whose mean is the gradient of the mini-batch. */
export interface Averaging {
  /** The examples of the mini-batch, by their place among those that the run learns from. */
  readonly examples: readonly number[];
  /** Their classes. */
  readonly labels: readonly number[];
  /** Their costs. */
  readonly costs: readonly number[];
  /** Parameters with every example's derivative: those that were asked for, then the largest means. */
  readonly rows: readonly AveragingRowView[];
  /** The largest difference of all parameters between the mean and the gradient that a training step uses. */
  readonly largestDifference: number;
  /** The length of the mini-batch's gradient. */
  readonly length: number;
  /** The number of examples that the full gradient is the mean of. */
  readonly fullExamples: number;
  /** The length of the full gradient. */
  readonly fullLength: number;
  /** The cosine of the angle between the two; null where one of them is zero. */
  readonly cosine: number | null;
  /** The same of each example alone. */
  readonly exampleCosines: readonly (number | null)[];
}

/** How much each neuron of the first layer is like an edge. */
export interface EdgeLikenesses {
  /** The neurons asked for. */
  readonly neurons: readonly EdgeLikeness[];
  /** The mean of the likenesses' sizes over the whole layer. */
  readonly mean: number;
  /** The same before the first step. */
  readonly startMean: number;
}

/** A stroke that one hopes to find. */
export interface HopedForStroke {
  /** Which. */
  readonly kind: StrokeKind;
  /** Its own likeness to an edge. */
  readonly likeness: number;
  /** Its picture, row by row. */
  readonly weights: readonly number[];
}

/** What the network answers to noise, drawn again and again, beside what it answers to digits. */
export interface NoiseView {
  /** The kind of noise. */
  readonly kind: NoiseKind;
  /** The last picture, 0 to 255, row by row. */
  readonly picture: readonly number[];
  /** What the network answers to it. */
  readonly outputs: readonly number[];
  /** What it takes it for. */
  readonly prediction: number;
  /** Its answers to all pictures of noise. */
  readonly noise: SureAnswers;
  /** Its answers to as many digits that it never saw, or to as many as there are. */
  readonly digits: SureAnswers;
}

/** Noise of some kind. */
export type NoiseKind = 'uniform' | 'dim' | 'salt';

/** Two networks that learn side by side, one of them shuffled labels. */
export interface LabelRaceView {
  /** The part of the training that is done, 0 to 1. */
  readonly done: number;
  /** How many epochs there are. */
  readonly epochs: number;
  /** How many examples they learn. */
  readonly examples: number;
  /** The moments of the first that are not known yet. */
  readonly true: readonly LearningPoint[];
  /** Those of the second, as many. */
  readonly shuffled: readonly LearningPoint[];
  /** What the curves show, a sentence each; none before the end. */
  readonly findings: readonly Said[];
}

/** A picture on its way to please a neuron. */
export interface DreamView {
  /** The layer, from 1. */
  readonly layer: number;
  /** The neuron, from 0. */
  readonly neuron: number;
  /** Steps of ascent so far; fewer than asked for where there is no way up. */
  readonly steps: number;
  /** The neuron's activation before the first step and after each. */
  readonly activations: readonly number[];
  /** The picture, 0 to 1, row by row. */
  readonly picture: readonly number[];
  /** What the network answers to it. */
  readonly outputs: readonly number[];
  /** What it takes it for. */
  readonly prediction: number;
  /** The place of the training example that is most like it, among the first 5,000. */
  readonly nearest: number;
  /** That example's class. */
  readonly nearestLabel: number;
  /** Their correlation; 0 where the picture is grey all over. */
  readonly nearestLikeness: number;
  /** For comparison, the correlation of the shown example with the training example that is most like it, itself left out. */
  readonly exampleLikeness: number;
}

/** What a picture grows from. */
export type DreamStart = 'grey' | 'noise';

/** What is near an example, layer by layer. */
export interface Neighbours {
  /** How many test digits were looked at. */
  readonly digits: number;
  /** The pixels, then each layer. */
  readonly layers: readonly LayerNeighbours[];
}

/** All that is known of the run so far. */
export interface History {
  /** The cost curve. */
  readonly costs: readonly CostPoint[];
  /** The epochs; one each. */
  readonly epochs: readonly EpochPoint[];
}

/** A moment of the run. */
export interface Moment {
  /** Steps of gradient descent so far. */
  readonly step: number;
  /** The epoch under way, or the last one, from 1. */
  readonly epoch: number;
  /** Steps of that epoch so far. */
  readonly stepInEpoch: number;
  /** Whether training goes on from here, and if not, why. */
  readonly state: TrainingState;
  /** The learning rate of the next step. */
  readonly learningRate: number;
  /** The farthest step that the run has reached. */
  readonly reached: number;
  /** The step at which the run ended; null where that is not known yet. */
  readonly end: number | null;
  /** Seconds that the steps up to here took, without evaluation and all else. */
  readonly trainingSeconds: number;
  /** The trained network that is shown in the place of the run's own; null where there is none. */
  readonly model: string | null;
  /** What was edited by hand at this moment. */
  readonly edits: readonly Edit[];
}

/** What was made of a task. */
export interface PlaneInfo {
  /** The points to learn from. */
  readonly train: readonly PlanePoint[];
  /** The points to be tested on; none where none are set aside. */
  readonly test: readonly PlanePoint[];
  /** How many classes there are; 0 where values are to be learned. */
  readonly classes: number;
  /** Features, then neurons layer by layer. */
  readonly sizes: readonly number[];
  /** Of the hidden layers. */
  readonly activation: string;
  /** Of the outputs. */
  readonly outputActivation: string;
  /** The cost. */
  readonly cost: string;
  /** Steps in an epoch. */
  readonly stepsPerEpoch: number;
  /** Between which two values a single output has its boundary; null where there is another way to tell the classes. */
  readonly boundary: number | null;
  /** Whether nothing bends before the outputs, so that all layers are one. */
  readonly isLinear: boolean;
}

/** What is to be learned in the plane, and by which network; it decides every number that follows. */
export interface PlaneTask {
  /** The name of a set of points; own for those of the visitor. */
  readonly set: string;
  /** The visitor's points; empty for another set. */
  readonly own: readonly PlanePoint[];
  /** Whether their values are to be learned, not classes. */
  readonly ownValues: boolean;
  /** How far points are off, 0 to 0.5. */
  readonly noise: number;
  /** The part of the points that is for testing, 0 to 0.9. */
  readonly testPart: number;
  /** What of a point the network is given, by name. */
  readonly features: readonly string[];
  /** Settings of the run, by the names of nabla train. */
  readonly training: Readonly<Record<string, string>>;
}

/** A point of the plane, from −6 to 6 both ways. */
export interface PlanePoint {
  /** To the right. */
  readonly x: number;
  /** Upwards. */
  readonly y: number;
  /** The number of its class from 0, or the value to be learned. */
  readonly value: number;
}

/** How far training has come. */
export interface PlaneProgress {
  /** Steps so far. */
  readonly step: number;
  /** The mean cost of the points to learn from; null where it is no number any more. */
  readonly trainCost: number | null;
  /** That of the points to be tested on; null without any. */
  readonly testCost: number | null;
  /** The part of the points to learn from that is told rightly; null where values are learned. */
  readonly trainAccuracy: number | null;
  /** That of the points to be tested on. */
  readonly testAccuracy: number | null;
  /** The time that all steps so far took. */
  readonly seconds: number;
  /** Whether it stopped where it was to stop. */
  readonly isThere: boolean;
  /** Whether training cannot go on. */
  readonly hasDiverged: boolean;
}

/** One point in the network, forward and backward. */
export interface PlanePass {
  /** Its features. */
  readonly input: readonly number[];
  /** What the outputs should be. */
  readonly target: readonly number[];
  /** Its cost. */
  readonly cost: number;
  /** z, a, σ′(z), ∂C/∂a and δ of each layer. */
  readonly layers: readonly LayerView[];
}

/** What the next step does to a weight or bias. */
export interface PlaneUpdate {
  /** Its value now. */
  readonly before: number;
  /** The mean of ∂C/∂w over the next mini-batch, without regularisation. */
  readonly gradient: number;
  /** The learning rate η. */
  readonly rate: number;
  /** Its value after that step. */
  readonly after: number;
  /** Points in the mini-batch. */
  readonly examples: number;
  /** Whether the step is −η ∂C/∂w and nothing else. */
  readonly isPlain: boolean;
  /** What each of the first of these points wants. */
  readonly terms: readonly PlaneTerm[];
}

/** The one layer that a stack of linear ones comes to. */
export interface PlaneCollapse {
  /** Its weights, a row an output. */
  readonly weights: readonly (readonly number[])[];
  /** Its biases. */
  readonly biases: readonly number[];
  /** By how much the two differ anywhere in the plane, before the outputs are squashed. */
  readonly largestDifference: number;
}

/** The cost along one weight of a hidden layer, with its activation and with a step in its place. */
export interface PlaneSteps {
  /** Values of the weight; the one that it has in the middle. */
  readonly weights: readonly number[];
  /** The cost there. */
  readonly smoothCosts: readonly number[];
  /** The cost there where every hidden neuron is only on or off. */
  readonly stepCosts: readonly number[];
  /** By how much weights were nudged. */
  readonly nudge: number;
  /** How many were, one at a time. */
  readonly nudged: number;
  /** For how many the cost changed. */
  readonly smoothAnswered: number;
  /** For how many it changed where neurons are only on or off. */
  readonly stepAnswered: number;
}

/** A curve approximated by the neurons of one hidden layer. */
export interface PlaneCurve {
  /** Places from −1 to 1. */
  readonly x: readonly number[];
  /** The curve there. */
  readonly y: readonly number[];
  /** What the network gives there. */
  readonly fit: readonly number[];
  /** What each neuron adds there: its activation times its weight to the output. */
  readonly bends: readonly (readonly number[])[];
  /** What the output's bias adds everywhere. */
  readonly bias: number;
  /** The root mean square of what is missed. */
  readonly error: number;
}

/** What the network does with an example, forward and, where it has a target, backward. */
export interface Explanation {
  /** The example. */
  readonly example: ExampleRef;
  /** Its class; null for a drawing of which nobody said what it is. */
  readonly label: number | null;
  /** The class that the network sees. */
  readonly prediction: number;
  /** Its cost; null without a target. */
  readonly cost: number | null;
  /** What the outputs should be; null without a target. */
  readonly target: readonly number[] | null;
  /** The inputs, 0 to 1. */
  readonly input: readonly number[];
  /** The layers, from the first hidden one to the output. */
  readonly layers: readonly LayerView[];
}

/** One neuron and an example. */
export interface NeuronView {
  /** The layer, from 1. */
  readonly layer: number;
  /** The neuron, from 0. */
  readonly neuron: number;
  /** The name of its activation function σ. */
  readonly activation: string;
  /** Its bias b. */
  readonly bias: number;
  /** The sum of its contributions, Σ w·a. */
  readonly weightedInputs: number;
  /** z = Σ w·a + b. */
  readonly z: number;
  /** a = σ(z). */
  readonly a: number;
  /** σ′(z). */
  readonly slope: number;
  /** δ = ∂C/∂z; null without a target. */
  readonly delta: number | null;
  /** What each input contributes, the largest in size first. */
  readonly contributions: readonly Contribution[];
  /** The activation function about z, from left to right; empty for softmax, which looks at all sums of its layer. */
  readonly curve: readonly CurvePoint[];
}

/** Something true of how an example is read, and the picture that shows it. */
export interface Surprise {
  /** What. */
  readonly kind: SurpriseKind;
  /** What the example is read as. */
  readonly prediction: number;
  /** The activation of that output. */
  readonly value: number;
  /** What the picture is read as. */
  readonly other: number;
  /** The activation of that output; of the strongest pixel, that of the output of the example. */
  readonly otherValue: number;
  /** The picture, 0 to 1, row by row. */
  readonly picture: readonly number[];
  /** How many pixels it is moved to the right. */
  readonly across: number;
  /** How many pixels it is moved down. */
  readonly down: number;
  /** The pixel that is changed, from 0; null where it is not one. */
  readonly pixel: number | null;
  /** The part of the ink that is erased. */
  readonly part: number;
  /** How many pictures of noise were drawn until then. */
  readonly draws: number;
  /** The neuron of the first layer whose activation changes most. */
  readonly neuron: number;
}

/** What a run's name asks for, before it is started. */
export interface RunCheck {
  /** Its canonical name; null where it is no name of a run. */
  readonly name: string | null;
  /** What is wrong with it, each with its mend; empty where all is well. */
  readonly problems: readonly Said[];
  /** The data that it wants; null where it is no name of a run. */
  readonly data: string | null;
  /** How many examples it learns from; null for all that there are. */
  readonly trainExamples: number | null;
  /** How many examples it is tested on; null for all that there are. */
  readonly testExamples: number | null;
  /** Whether those are here. */
  readonly dataIsHere: boolean;
  /** Every setting by its name, as text, also those that the name leaves unsaid. */
  readonly settings: Readonly<Record<string, string>>;
  /** What can be set of it, by name: all that its optimizer and its schedule have, set or not. */
  readonly fields: readonly string[];
}

/** A run. */
export interface RunInfo {
  /** Its canonical name. */
  readonly name: string;
  /** Every setting by its name, as text. */
  readonly settings: Readonly<Record<string, string>>;
  /** Number of inputs, then of neurons layer by layer. */
  readonly sizes: readonly number[];
  /** The activation function of each layer, from the first hidden one. */
  readonly activations: readonly string[];
  /** The name of the cost. */
  readonly cost: string;
  /** The formula of the cost. */
  readonly costFormula: string;
  /** The name of the optimizer. */
  readonly optimizer: string;
  /** The learning rate, before any schedule. */
  readonly learningRate: number;
  /** Number of weights and biases of each layer, from the first hidden one. */
  readonly parameters: readonly LayerParameters[];
  /** Number of all weights and biases. */
  readonly parameterCount: number;
  /** Examples that it learns from. */
  readonly trainExamples: number;
  /** Examples that it is tested on. */
  readonly testExamples: number;
  /** Width of an image in pixels. */
  readonly width: number;
  /** Height of an image in pixels. */
  readonly height: number;
  /** Number of classes. */
  readonly classes: number;
  /** Examples in a mini-batch; the last of an epoch may have fewer. */
  readonly batchSize: number;
  /** Steps in an epoch. */
  readonly stepsPerEpoch: number;
  /** Epochs of the whole run. */
  readonly epochs: number;
  /** Steps of the whole run; it may end before. */
  readonly steps: number;
  /** Steps that a point of the cost curve is the mean of. */
  readonly stepsPerPoint: number;
}

/** How far a slice of training came. */
export interface Progress {
  /** Where it is now. */
  readonly moment: Moment;
  /** Whether it is where it was to go, or can go no farther. */
  readonly arrived: boolean;
  /** Whether it is judging an epoch that has just ended. */
  readonly evaluating: boolean;
  /** New points of the cost curve. */
  readonly costs: readonly CostPoint[];
  /** Epochs judged in this slice. */
  readonly epochs: readonly EpochPoint[];
}

/** A run that has learned nothing. */
export interface DeadRun {
  /** What is the matter, with its figures, and what to try. */
  readonly sentence: Said;
  /** The same as settings by their names. */
  readonly try: Readonly<Record<string, string>>;
}

/** A mini-batch. */
export interface MiniBatch {
  /** Steps before it. */
  readonly step: number;
  /** Its epoch, from 1. */
  readonly epoch: number;
  /** Steps of that epoch before it. */
  readonly stepInEpoch: number;
  /** Its examples, by their place among those that the run learns from, in the order of training. */
  readonly examples: readonly number[];
  /** Their classes. */
  readonly labels: readonly number[];
}

/** A factor of a path. */
export interface PathFactor {
  /** error: δ of an output; weight: what the path crosses; slope: σ′(z), the gain of a neuron; input: what the weight at its end multiplies. */
  readonly kind: string;
  /** The layer that it belongs to, from 1; of an input the one before its weight's, 0 for the network's own. */
  readonly layer: number;
  /** The neuron, from 0; of a weight the one that it leads to; of a bias's input, which is 1, null. */
  readonly neuron: number | null;
  /** Of a weight, the neuron of the layer before that it comes from; else null. */
  readonly from: number | null;
  /** Its value. */
  readonly value: number;
  /** The product of all factors as far as this one. */
  readonly product: number;
}

/** How large the gradients of a new network are; each list has a number a layer, from the first hidden one to the output. */
export interface GradientProfile {
  /** The name of the activation of its hidden layers. */
  readonly activation: string;
  /** The name of its initialiser. */
  readonly initializer: string;
  /** The mean of |∂C/∂w| over the weights of a layer and the examples. */
  readonly weights: readonly number[];
  /** √(mean of δ²) over the neurons of a layer and the examples. */
  readonly errors: readonly number[];
  /** The mean of σ′(z), of the hidden layers alone. */
  readonly slopes: readonly number[];
  /** The first of Weights in proportion to the last; null where the last is 0. */
  readonly weightRatio: number | null;
  /** The first of Errors in proportion to the last; null where the last is 0. */
  readonly errorRatio: number | null;
}

/** One path from a neuron to the cost, through neuron i of the layer after. */
export interface CostPath {
  /** The neuron i. */
  readonly neuron: number;
  /** The weight w_ij to it. */
  readonly weight: number;
  /** Its error δ_i. */
  readonly delta: number;
  /** Their product: this path's share of ∂C/∂a_j. */
  readonly share: number;
}

/** A nudge of a weight, and how sum, activation and cost answered. */
export interface MeasuredNudge {
  /** The nudge, Δw. */
  readonly size: number;
  /** Δz_j. */
  readonly deltaZ: number;
  /** Δa_j. */
  readonly deltaA: number;
  /** ΔC. */
  readonly deltaC: number;
  /** ΔC/Δw, which tends to ∂C/∂w as the nudge shrinks. */
  readonly ratio: number;
}

/** One neuron of a chain, with every factor and derivative. */
export interface ChainLink {
  /** w. */
  readonly weight: number;
  /** b. */
  readonly bias: number;
  /** The activation before, a'. */
  readonly previous: number;
  /** z = w·a' + b. */
  readonly z: number;
  /** a = σ(z). */
  readonly a: number;
  /** ∂z/∂w = a'; for the bias this factor is 1, for the activation before it is w. */
  readonly dZdW: number;
  /** ∂a/∂z = σ′(z). */
  readonly dAdZ: number;
  /** ∂C/∂a: the cost's own derivative at the end of the chain, before it the next link's DCdPrevious. */
  readonly dCdA: number;
  /** ∂C/∂w = a' · σ′(z) · ∂C/∂a. */
  readonly dCdW: number;
  /** ∂C/∂b = σ′(z) · ∂C/∂a. */
  readonly dCdB: number;
  /** ∂C/∂a' = w · σ′(z) · ∂C/∂a. */
  readonly dCdPrevious: number;
}

/** A nudge of one of the last neuron's quantities, beside the derivative that it should show. */
export interface ChainNudge {
  /** What was nudged: w, b or a'. */
  readonly symbol: string;
  /** The derivative of the cost by it. */
  readonly derivative: number;
  /** What the nudge did. */
  readonly measured: MeasuredNudge;
}

/** How fast one quantity of the chain follows the one before it. */
export interface ChainFactor {
  /** What follows: z, a or C. */
  readonly of: string;
  /** What it follows: w, b, a', z or a. */
  readonly by: string;
  /** The neuron that they belong to, from 0. */
  readonly neuron: number;
  /** The derivative. */
  readonly value: number;
}

/** A nudge, and how everything after it moved. */
export interface ChainNudgeMade {
  /** The nudge. */
  readonly size: number;
  /** The change of the cost in proportion to the nudge, which tends to the derivative as the nudge shrinks. */
  readonly ratio: number;
  /** What each factor says, measured. */
  readonly moves: readonly ChainMove[];
}

/** A vector or matrix of an equation. */
export interface EquationTerm {
  /** How the equation calls it, with the layer's number: δ2, (W3)ᵀ. */
  readonly symbol: string;
  /** Number of rows. */
  readonly rows: number;
  /** Number of columns; 1 for a column vector. */
  readonly columns: number;
  /** The numbers, row by row; null where one is infinite. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** A person's own formula for a derivative of one neuron, compared with finite differences (C31). */
export interface FormulaCheck {
  /** The formula, as it was understood. */
  readonly formula: string;
  /** The symbol by which it differentiates the cost. */
  readonly of: string;
  /** The name of the cost. */
  readonly cost: string;
  /** The name of the activation function σ. */
  readonly activation: string;
  /** The derivative as the notes have it. */
  readonly right: string;
  /** Number of points compared. */
  readonly points: number;
  /** Whether the formula agrees everywhere. */
  readonly holds: boolean;
  /** Where it does not hold: the factor by which it is off, where that is the same everywhere; otherwise null. */
  readonly factor: number | null;
  /** Where one symbol stands in place of another and that is all that is wrong: which; otherwise null. */
  readonly slip: FormulaSlip | null;
  /** The largest relative error; null where the formula has no value at some point. */
  readonly worstRelativeError: number | null;
  /** The point where it fails worst. */
  readonly worst: FormulaPoint;
}

/** What is wrong with a formula. */
export interface FormulaProblem {
  /** Where, from 0; its length where something is missing at the end. */
  readonly position: number;
  /** What, and what to do. */
  readonly words: Said;
}

/** How a challenge is answered. */
export type ChallengeForm = 'number' | 'choice' | 'neuron' | 'curve';

/** Where a curve is to be drawn. */
export interface ChallengeAxes {
  /** The least x. */
  readonly fromX: number;
  /** The greatest x. */
  readonly toX: number;
  /** The least y. */
  readonly fromY: number;
  /** The greatest y. */
  readonly toY: number;
  /** At how many equally spaced places its heights are wanted. */
  readonly points: number;
}

/** One output's part in the cost of an example. */
export interface OutputCost {
  /** The output, from 0. */
  readonly output: number;
  /** Its activation a. */
  readonly activation: number;
  /** Its target y. */
  readonly target: number;
  /** a − y. */
  readonly difference: number;
  /** (a − y)². */
  readonly square: number;
  /** Its part of the cost. */
  readonly part: number;
  /** The part with its numbers, in TeX; empty where the target leaves nothing of it. */
  readonly tex: string;
}

/** A bin of a histogram. */
export interface HistogramBin {
  /** Where it begins. */
  readonly from: number;
  /** Where it ends; the last bin includes its end. */
  readonly to: number;
  /** How many are in it. */
  readonly count: number;
}

/** An example and what the network makes of it. */
export interface JudgedExample {
  /** Which example of its set. */
  readonly index: number;
  /** Its class. */
  readonly label: number;
  /** The class that the network sees. */
  readonly prediction: number;
  /** The activation of that output. */
  readonly confidence: number;
  /** Its cost. */
  readonly cost: number;
}

/** A run to start from. */
export interface PresetEntry {
  /** Its stable key: what it is and, where it is bad, why, stands under it in the message files. */
  readonly key: string;
  /** Whether it learns well; false for one that shows a way to fail. */
  readonly works: boolean;
  /** The run's name, without its data. */
  readonly name: string;
}

/** A cost. */
export interface CostEntry {
  /** Its name in a run's name. */
  readonly name: string;
  /** Its formula. */
  readonly formula: string;
  /** The formula of one output's part. */
  readonly partFormula: string;
  /** The derivative of one output's part, ∂C/∂a. */
  readonly derivative: string;
  /** The one activation that the last layer must have; null where any will do. */
  readonly outputActivation: string | null;
}

/** Something that can be set of a run. */
export interface SettingEntry {
  /** Its name; where the message files have a shorter label than the summary, it stands under this name. */
  readonly name: string;
  /** What it means. */
  readonly summary: Said;
  /** The heading that it stands under; its words stand in the message files too. */
  readonly group: string;
  /** How its value looks. */
  readonly form: SettingForm;
  /** The names that its value is one of; empty where it is no choice. */
  readonly choices: readonly string[];
  /** Whether it may be left empty. */
  readonly isOptional: boolean;
}

/** A data set. */
export interface DataSetInfo {
  /** Its name in a run's name. */
  readonly name: string;
  /** Examples to learn from. */
  readonly train: number;
  /** Examples to be tested on. */
  readonly test: number;
  /** Width of an image in pixels. */
  readonly width: number;
  /** Height of an image in pixels. */
  readonly height: number;
  /** Number of classes. */
  readonly classes: number;
}

/** A digit in a photograph. */
export interface PhotoDigit {
  /** Where its ink begins: columns of the photograph from the left. */
  readonly x: number;
  /** Rows from the top. */
  readonly y: number;
  /** Columns that its ink takes. */
  readonly width: number;
  /** Rows that its ink takes. */
  readonly height: number;
  /** What the network gets of it, 28×28, row by row, 0 to 255. */
  readonly pixels: readonly number[];
  /** The class that the network sees. */
  readonly prediction: number;
  /** The output activation of that class. */
  readonly output: number;
}

/** A function and a descent on it. */
export interface DescentView {
  /** The function. */
  readonly function: FunctionView;
  /** The learning rate η of the descent. */
  readonly learningRate: number;
  /** Every point on the way, the start first. */
  readonly steps: readonly DescentPoint[];
  /** Why it ended. */
  readonly end: DescentEnd;
  /** The same in words. */
  readonly verdict: Said;
  /** The minimum that it reached, by its place among the function's; null where that is none. */
  readonly reached: number | null;
  /** The learning rate from which on it cannot settle; null where there is no curvature. */
  readonly limit: number | null;
  /** Whether that limit is exact and the same everywhere. */
  readonly isQuadratic: boolean;
}

/** A minimum of a function. */
export interface MinimumPoint {
  /** Where it is, a value for each variable. */
  readonly position: readonly number[];
  /** How low it is. */
  readonly value: number;
  /** Whether nothing in the shown part is lower; otherwise it is only a local minimum. */
  readonly isGlobal: boolean;
  /** Whether a search found it; otherwise it is known in closed form. */
  readonly foundNumerically: boolean;
}

/** An interval of starts that lead to the same minimum. */
export interface BasinInterval {
  /** Its lower end. */
  readonly from: number;
  /** Its upper end. */
  readonly to: number;
  /** The minimum's number; null where it is none that was found. */
  readonly minimum: number | null;
}

/** A way of training, seen from above. */
export interface PathView {
  /** Examples looked at before each step. */
  readonly batchSize: number;
  /** The steps after which its place is shown, from 0. */
  readonly steps: readonly number[];
  /** The first coordinates. */
  readonly x: readonly number[];
  /** The second coordinates. */
  readonly y: readonly number[];
  /** The cost at its true places. */
  readonly costs: readonly number[];
  /** How much of its movement lies outside the plane, 0 to 1. */
  readonly outside: number;
  /** Whether it left the range of numbers. */
  readonly diverged: boolean;
}

/** A layer's part of a gradient. */
export interface LayerGradient {
  /** The layer, from 1. */
  readonly layer: number;
  /** Its number of weights and biases. */
  readonly parameters: number;
  /** The length of its part, √Σ(∂C/∂θ)². */
  readonly length: number;
  /** The mean of |∂C/∂θ|. */
  readonly mean: number;
  /** The largest |∂C/∂θ|. */
  readonly largest: number;
  /** Its part of the squared length, 0 to 1. */
  readonly share: number;
}

/** One way to move a neuron. */
export interface Avenue {
  /** Σ (∂C/∂θ)² over its nudges: nudged by −ε times their derivatives, they lower the cost by ε times this, for small ε. */
  readonly squaredLength: number;
  /** Its part of the three avenues' squared lengths, 0 to 1. */
  readonly share: number;
  /** What can be nudged, the strongest derivative first. */
  readonly nudges: readonly Nudge[];
}

/** "Fire together, wire together": as ∂C/∂w_jk = a_k·δ_j, the weights from the brightest neurons move most, and those from dark ones not at all. */
export interface BrightNeurons {
  /** How many neurons are the brightest tenth, at least one. */
  readonly count: number;
  /** Which they are, the brightest first. */
  readonly inputs: readonly number[];
  /** Their part of Σ_k |∂C/∂w_jk|, 0 to 1; 0 where all are dark. */
  readonly share: number;
  /** How many neurons have an activation of exactly zero. */
  readonly dark: number;
}

/** A step of size ε along the avenues of a neuron, taken: everything nudged by −ε·∂C/∂θ, the network run forward again, and the change of the cost beside what the derivatives promise, −ε·Σ(∂C/∂θ)². */
export interface AvenueStep {
  /** ε. */
  readonly size: number;
  /** The change to first order. */
  readonly promised: number;
  /** The change. */
  readonly measured: number;
  /** The change with the bias nudged alone. */
  readonly bias: number;
  /** The change with the weights nudged alone. */
  readonly weights: number;
  /** The change with the activations nudged alone, as this neuron sees them. */
  readonly activations: number;
  /** The part of the promise that is the bias's. */
  readonly promisedBias: number;
  /** The weights' part of it. */
  readonly promisedWeights: number;
  /** The activations' part of it. */
  readonly promisedActivations: number;
}

/** One parameter's row of the table. */
export interface AveragingRowView {
  /** The parameter. */
  readonly parameter: Parameter;
  /** Its value. */
  readonly value: number;
  /** Its derivative on each example. */
  readonly derivatives: readonly number[];
  /** Their mean. */
  readonly mean: number;
  /** The same derivative as a training step on these examples has it. */
  readonly gradient: number;
  /** Its derivative over all examples. */
  readonly fullGradient: number;
}

/** The edge that a neuron's weights are most like. */
export interface EdgeLikeness {
  /** The neuron, from 0. */
  readonly neuron: number;
  /** The correlation of its weights with that edge, −1 to 1. */
  readonly likeness: number;
  /** The row of the edge's middle. */
  readonly row: number;
  /** The column of the edge's middle. */
  readonly column: number;
  /** Its angle in degrees; 0 lies, 90 stands. */
  readonly angle: number;
}

/** A stroke that one hopes for. */
export type StrokeKind = 'lying' | 'standing' | 'slanting' | 'upper-loop' | 'lower-loop';

/** How sure the network was: the strongest output of each answer. */
export interface SureAnswers {
  /** How many pictures. */
  readonly count: number;
  /** How many of its answers had an output of 0.9 or more. */
  readonly sure: number;
  /** The mean of the strongest outputs. */
  readonly mean: number;
  /** How many of them lie in each tenth from 0 to 1. */
  readonly histogram: readonly number[];
  /** How often each class was the answer. */
  readonly answers: readonly number[];
}

/** How good a network was at one moment of its training. */
export interface LearningPoint {
  /** How often the data had been gone through; a fraction within an epoch. */
  readonly epoch: number;
  /** Steps of gradient descent so far. */
  readonly step: number;
  /** The cost of the training examples. */
  readonly trainCost: number;
  /** The part of the training examples that it reads right, 0 to 1. */
  readonly trainAccuracy: number;
  /** The cost of the test examples. */
  readonly testCost: number;
  /** The part of the test examples that it reads right, 0 to 1. */
  readonly testAccuracy: number;
}

/** A sentence as a value: its English words with places for values, and the values. */
export interface Said {
  /** The English words, with {0}, {1} … where Values stand: by it a catalogue finds the sentence. */
  readonly key: string;
  /** The values, in the order of the English sentence: text as it is to be shown, or another Said. */
  readonly values: readonly (string | Said)[];
}

/** The digits that are nearest to an example in what a layer makes of them. */
export interface LayerNeighbours {
  /** The layer, from 1; 0 is the pixels themselves. */
  readonly layer: number;
  /** The nearest test digits, the example itself left out. */
  readonly nearest: readonly Neighbour[];
}

/** A point of the cost curve. */
export interface CostPoint {
  /** The last step that it is the mean of. */
  readonly step: number;
  /** The mean cost of the mini-batches of those steps, each before its step. */
  readonly cost: number;
}

/** How good the network was after an epoch; null for a cost that was infinite. */
export interface EpochPoint {
  /** The epoch, from 1. */
  readonly epoch: number;
  /** Steps so far. */
  readonly step: number;
  /** The mean cost of the training examples. */
  readonly trainCost: number | null;
  /** The part of them that was read rightly, 0 to 1. */
  readonly trainAccuracy: number;
  /** The mean cost of the test examples. */
  readonly testCost: number | null;
  /** The part of them that was read rightly, 0 to 1. */
  readonly testAccuracy: number;
  /** Seconds spent in its training steps; null where it was not trained here. */
  readonly seconds: number | null;
  /** Examples learned from in a second of those; null likewise. */
  readonly examplesPerSecond: number | null;
}

/** Whether training goes on, and if not, why. */
export type TrainingState = 'running' | 'finished' | 'stopped-early' | 'diverged' | 'reached-accuracy' | 'interrupted';

/** A parameter set by hand. */
export interface Edit {
  /** Which. */
  readonly parameter: Parameter;
  /** Its value now. */
  readonly value: number;
  /** Its value in the run. */
  readonly original: number;
}

/** What one layer did with an example; each list has a number a neuron. */
export interface LayerView {
  /** The layer, from 1. */
  readonly layer: number;
  /** The name of its activation function σ. */
  readonly activation: string;
  /** The weighted sums. */
  readonly z: readonly number[];
  /** The activations, a = σ(z). */
  readonly a: readonly number[];
  /** The steepness, σ′(z). */
  readonly slope: readonly number[];
  /** ∂C/∂a, null where it is infinite; none without a target. */
  readonly dCdA: readonly (number | null)[] | null;
  /** The error δ = ∂C/∂z; none without a target. */
  readonly delta: readonly number[] | null;
}

/** A point's derivative by a weight: what goes in, times what comes back. */
export interface PlaneTerm {
  /** The point, to the right. */
  readonly x: number;
  /** Upwards. */
  readonly y: number;
  /** What the weight multiplies; 1 for a bias. */
  readonly a: number;
  /** The error of the neuron that it feeds. */
  readonly delta: number;
  /** The derivative, a·δ. */
  readonly product: number;
}

/** What one input contributes to a weighted sum. */
export interface Contribution {
  /** The neuron of the layer before, from 0. */
  readonly input: number;
  /** The weight w. */
  readonly weight: number;
  /** The activation a that it multiplies. */
  readonly activation: number;
  /** w·a. */
  readonly product: number;
}

/** A point of an activation function. */
export interface CurvePoint {
  /** z. */
  readonly z: number;
  /** σ(z). */
  readonly a: number;
  /** σ′(z). */
  readonly slope: number;
}

/** What is surprising about how an example is read. */
export type SurpriseKind = 'pixel' | 'moved' | 'noise' | 'erased' | 'strongest';

/** The parameters of a layer. */
export interface LayerParameters {
  /** Number of weights. */
  readonly weights: number;
  /** Number of biases. */
  readonly biases: number;
}

/** How one quantity moved. */
export interface ChainMove {
  /** Its change. */
  readonly change: number;
  /** The same in proportion to the change of the one before it, which tends to the factor; null where that did not move. */
  readonly ratio: number | null;
}

/** One symbol written where another belongs, as in 2(z−y) for ∂C/∂a. */
export interface FormulaSlip {
  /** The symbol that was written. */
  readonly written: string;
  /** The one with which the formula holds. */
  readonly meant: string;
}

/** A point at which a formula was compared. */
export interface FormulaPoint {
  /** The weight. */
  readonly w: number;
  /** The bias. */
  readonly b: number;
  /** The activation before, a'. */
  readonly previous: number;
  /** w·a' + b. */
  readonly z: number;
  /** σ(z). */
  readonly a: number;
  /** The target. */
  readonly y: number;
  /** What the formula gives; null where it has no value. */
  readonly value: number | null;
  /** The derivative, by finite differences. */
  readonly measured: number;
}

/** How the value of a Setting looks in JSON. */
export type SettingForm = 'text' | 'number' | 'numbers' | 'flag';

/** A function of one or two variables. */
export interface FunctionView {
  /** Its name; the formula where it has none. */
  readonly name: string;
  /** Its formula, as it was understood. */
  readonly formula: string;
  /** The formulas of its partial derivatives. */
  readonly gradient: readonly string[];
  /** Where the shown part begins, for each variable. */
  readonly low: readonly number[];
  /** Where it ends. */
  readonly high: readonly number[];
  /** A start from which there is something to see. */
  readonly start: readonly number[];
  /** Its minima in the shown part, the lowest first. */
  readonly minima: readonly MinimumPoint[];
}

/** A point on the way down. */
export interface DescentPoint {
  /** Where it is, a value for each variable. */
  readonly position: readonly number[];
  /** How high it is. */
  readonly value: number;
  /** The gradient there. */
  readonly gradient: readonly number[];
  /** Its length. */
  readonly slope: number;
  /** How much each variable matters there, of 1 in all; null where there is no slope. */
  readonly importance: readonly number[] | null;
  /** The length of the step from there; null at the end. */
  readonly move: number | null;
}

/** Why a descent ended. */
export type DescentEnd = 'minimum' | 'saddle' | 'maximum' | 'plateau' | 'oscillating' | 'step-limit' | 'diverged';

/** Something that can be nudged: a bias, a weight, or an activation before. */
export interface Nudge {
  /** The neuron k of the layer before; null for the bias. */
  readonly input: number | null;
  /** What it is now. */
  readonly value: number;
  /** How fast z_j follows it: 1, a_k or w_jk. */
  readonly factor: number;
  /** How fast the cost follows it through this neuron: the factor times δ_j. */
  readonly derivative: number;
}

/** A test digit that is near. */
export interface Neighbour {
  /** Its place among the test examples. */
  readonly index: number;
  /** Its class. */
  readonly label: number;
  /** How far it is: √(Σ(a − a′)²). */
  readonly distance: number;
}
