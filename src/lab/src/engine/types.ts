// Made from the C# class Laboratory by the test TypeScriptTypesTests; NABLA_WRITE_TYPES=1 writes it anew.

/** Long work, done a slice at a time; the client calls again until there is a result. */
export interface Sliced<T> {
  readonly done: number;
  readonly result: T | null;
}

/** What can be asked of the engine. */
export interface Laboratory {
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
  /** What the engine can do, by name. */
  describe(): Description;
  /** Draws the built-in digits, the first so many; those that are drawn already are kept. */
  makeDigits(train: number, test: number): Sliced<DataInfo>;
  /** Takes a published set from its four IDX files, plain or gzipped. */
  setImages(name: string, trainImages: Uint8Array, trainLabels: Uint8Array, testImages: Uint8Array, testLabels: Uint8Array): DataInfo;
  /** The data sets that are here. */
  dataInfo(): DataInfo;
  /** The pixels of some images of the run, image after image. */
  pixels(set: ExampleSet, from: number, count: number): Uint8Array;
  /** The classes of all examples of a set of the run. */
  labels(set: ExampleSet): Int32Array;
  /** Takes a drawing, bright ink on black, as the example 'drawing'. */
  draw(pixels: Uint8Array, width: number, height: number, normalise: boolean, label: number | null): Drawing;
  /** Runs an experiment to its end, on the built-in digits where it needs data. */
  experiment(name: string, settings: Readonly<Record<string, string>>): ExperimentAnswer;
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
  /** The gradient of an example's cost by the weights of a layer, a row a neuron. */
  weightGradient(example: ExampleRef, layer: number): Float64Array;
  /** What the network does with an example, forward and backward. */
  explain(example: ExampleRef): Explanation;
  /** One neuron with its equation's numbers. */
  neuron(example: ExampleRef, layer: number, neuron: number): NeuronView;
  /** The weights of a layer, a row a neuron. */
  weights(layer: number): Float32Array;
  /** The biases of a layer. */
  biases(layer: number): Float32Array;
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
  /** The mini-batch that is learned from after so many steps. */
  batch(step: number): MiniBatch;
  /** Sets a parameter of the network at this moment, to see what would be; training goes on without it. */
  edit(layer: number, neuron: number, input: number | null, value: number): Moment;
  /** Takes back all edits of this moment. */
  undoEdits(): Moment;
  /** Shows a trained network in the place of the one of this moment; training goes on without it. */
  showModel(name: string, file: Uint8Array): Moment;
  /** Goes back to the run's own network, as it is at this moment. */
  hideModel(): Moment;
}

/** How many parameters a call has, how its answer comes, and whether in slices. */
export const calls = {
  chain: { parameters: 4, answer: 'json', sliced: false },
  oneNeuronChain: { parameters: 1, answer: 'json', sliced: false },
  nudgeChain: { parameters: 3, answer: 'json', sliced: false },
  equations: { parameters: 2, answer: 'json', sliced: false },
  equationTerm: { parameters: 4, answer: 'doubles', sliced: false },
  checkDerivative: { parameters: 4, answer: 'json', sliced: false },
  drawParameters: { parameters: 3, answer: 'json', sliced: false },
  checkFormula: { parameters: 4, answer: 'json', sliced: false },
  cost: { parameters: 1, answer: 'json', sliced: false },
  review: { parameters: 1, answer: 'json', sliced: true },
  costliest: { parameters: 3, answer: 'json', sliced: false },
  takenFor: { parameters: 5, answer: 'json', sliced: false },
  misread: { parameters: 5, answer: 'json', sliced: false },
  describe: { parameters: 0, answer: 'json', sliced: false },
  makeDigits: { parameters: 2, answer: 'json', sliced: true },
  setImages: { parameters: 5, answer: 'json', sliced: false },
  dataInfo: { parameters: 0, answer: 'json', sliced: false },
  pixels: { parameters: 3, answer: 'bytes', sliced: false },
  labels: { parameters: 1, answer: 'ints', sliced: false },
  draw: { parameters: 5, answer: 'json', sliced: false },
  experiment: { parameters: 2, answer: 'json', sliced: false },
  batchGradient: { parameters: 0, answer: 'json', sliced: false },
  desiredChanges: { parameters: 1, answer: 'json', sliced: false },
  avenues: { parameters: 3, answer: 'json', sliced: false },
  wishes: { parameters: 2, answer: 'json', sliced: false },
  wish: { parameters: 3, answer: 'json', sliced: false },
  averaging: { parameters: 3, answer: 'json', sliced: true },
  weightGradient: { parameters: 2, answer: 'doubles', sliced: false },
  explain: { parameters: 1, answer: 'json', sliced: false },
  neuron: { parameters: 3, answer: 'json', sliced: false },
  weights: { parameters: 1, answer: 'floats', sliced: false },
  biases: { parameters: 1, answer: 'floats', sliced: false },
  check: { parameters: 1, answer: 'json', sliced: false },
  choose: { parameters: 2, answer: 'json', sliced: false },
  start: { parameters: 1, answer: 'json', sliced: false },
  advance: { parameters: 2, answer: 'json', sliced: false },
  seek: { parameters: 2, answer: 'json', sliced: false },
  moment: { parameters: 0, answer: 'json', sliced: false },
  history: { parameters: 0, answer: 'json', sliced: false },
  batch: { parameters: 1, answer: 'json', sliced: false },
  edit: { parameters: 4, answer: 'json', sliced: false },
  undoEdits: { parameters: 0, answer: 'json', sliced: false },
  showModel: { parameters: 2, answer: 'json', sliced: false },
  hideModel: { parameters: 0, answer: 'json', sliced: false },
} as const;

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

/** An example. */
export interface ExampleRef {
  /** Where it is. */
  readonly set: ExampleSet;
  /** Which, from 0; 0 for the drawing. */
  readonly index: number;
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

/** One of the four equations of backpropagation (C27; Nielsen, Neural Networks and Deep Learning, chapter 2) for one layer, in three ways of writing, with this example's numbers. */
export interface Equation {
  /** BP1 to BP4, as in Nielsen's book. */
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
  /** Experiments, with what can be set. */
  readonly experiments: readonly ExperimentEntry[];
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

/** The result of an experiment. */
export interface ExperimentAnswer {
  /** What the figures show, a sentence each. */
  readonly findings: readonly Said[];
  /** The figures. */
  readonly table: ExperimentTable;
  /** Charts, the most telling first. */
  readonly charts: readonly ChartView[];
  /** Pictures in rows, the most telling first. */
  readonly pictures: readonly PictureGridView[];
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

/** All that is known of the run so far. */
export interface History {
  /** The cost curve. */
  readonly costs: readonly CostPoint[];
  /** The epochs; one each. */
  readonly epochs: readonly EpochPoint[];
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

/** An experiment. */
export interface ExperimentEntry {
  /** Its name. */
  readonly name: string;
  /** What it does, in a line. */
  readonly summary: Said;
  /** What it shows of how networks learn. */
  readonly concept: Said;
  /** Whether it learns from the built-in digits; otherwise it makes its own data. */
  readonly usesData: boolean;
  /** What can be set. */
  readonly options: readonly ExperimentOptionEntry[];
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

/** A sentence as a value: its English words with places for values, and the values. */
export interface Said {
  /** The English words, with {0}, {1} … where Values stand: by it a catalogue finds the sentence. */
  readonly key: string;
  /** The values, in the order of the English sentence: text as it is to be shown, or another Said. */
  readonly values: readonly (string | Said)[];
}

/** A table of words and numbers, these already rounded to what means something. */
export interface ExperimentTable {
  /** Heads of the columns; the first column names the rows. */
  readonly columns: readonly Said[];
  /** The rows, each with a cell a column. */
  readonly rows: readonly (readonly Said[])[];
}

/** A chart. */
export interface ChartView {
  /** What it shows. */
  readonly title: string;
  /** The setting; null where nothing is said of it. */
  readonly subtitle: string | null;
  /** The horizontal axis. */
  readonly x: Axis;
  /** The vertical axis. */
  readonly y: Axis;
  /** The curves, points and bars. */
  readonly series: readonly SeriesView[];
  /** Single points with a word beside each. */
  readonly marks: readonly ChartMark[];
}

/** Many small pictures that share one scale. */
export interface PictureGridView {
  /** What they show. */
  readonly title: string;
  /** The setting; null where nothing is said of it. */
  readonly subtitle: string | null;
  /** What is measured. */
  readonly label: string;
  /** Pictures in a row. */
  readonly columns: number;
  /** Whether the shades say sign and size about zero, or from least to most. */
  readonly kind: PaletteKind;
  /** The value at the lower end of the scale. */
  readonly minimum: number;
  /** The value at the upper end of the scale. */
  readonly maximum: number;
  /** The pictures, row after row. */
  readonly pictures: readonly ValuePicture[];
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

/** The parameters of a layer. */
export interface LayerParameters {
  /** Number of weights. */
  readonly weights: number;
  /** Number of biases. */
  readonly biases: number;
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
  /** Seconds spent in its training steps. */
  readonly seconds: number;
  /** Examples learned from in a second of those. */
  readonly examplesPerSecond: number;
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

/** How one quantity moved. */
export interface ChainMove {
  /** Its change. */
  readonly change: number;
  /** The same in proportion to the change of the one before it, which tends to the factor; null where that did not move. */
  readonly ratio: number | null;
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

/** Something that can be set of an experiment. */
export interface ExperimentOptionEntry {
  /** Its name. */
  readonly name: string;
  /** What it means. */
  readonly summary: Said;
  /** What its value may be, in words. */
  readonly range: Said;
  /** Its value where nothing is said. */
  readonly default: string;
}

/** An axis of a Chart. */
export interface Axis {
  /** What is measured along it, with its unit. */
  readonly label: string;
  /** Whether equal distances are equal ratios; values that are not above zero are then left out. */
  readonly isLogarithmic: boolean;
  /** The lowest value shown; found from the data where null. */
  readonly minimum: number | null;
  /** The highest value shown; found from the data where null. */
  readonly maximum: number | null;
  /** Names of the places 0, 1, 2, …; numbers where null. */
  readonly categories: readonly string[] | null;
}

/** A row of points that belong together; null leaves a gap. */
export interface SeriesView {
  /** Its name in the legend. */
  readonly name: string;
  /** How they are drawn. */
  readonly style: SeriesStyle;
  /** Horizontal values. */
  readonly x: readonly (number | null)[];
  /** Vertical values, as many. */
  readonly y: readonly (number | null)[];
}

/** A point of a Chart with a word beside it. */
export interface ChartMark {
  /** Horizontal value. */
  readonly x: number;
  /** Vertical value. */
  readonly y: number;
  /** The word. */
  readonly text: string;
}

/** What the shades of a picture say. */
export type PaletteKind = 'sequential' | 'diverging';

/** A small picture of numbers. */
export interface ValuePicture {
  /** A word below it. */
  readonly caption: string;
  /** Its columns. */
  readonly width: number;
  /** Its rows. */
  readonly height: number;
  /** The values, row after row from the top: of column x and row y at y·Width + x. */
  readonly values: readonly number[];
}

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

/** How a Series is drawn. */
export type SeriesStyle = 'line' | 'dashed' | 'points' | 'path' | 'bars';
