import { depthSetting } from '../chapters/backwards/settings';
import { chainSetting } from '../chapters/chain/oneNeuron';
import { rounds, settingOf } from '../chapters/descent/settings';
import { noiseOf, raceOf } from '../chapters/inside/settings';
import { fixed, percent, significant, short, whole } from '../components/numbers';
import type { Engine } from '../engine/client';
import type { ExampleRef, RunInfo } from '../engine/types';
import { firstRun } from '../state/settings';

/** A number that a stop's words name, and how it is read. */
export type Figure = readonly [value: number, text: string];

/** The numbers of a stop's words, by their names there. */
export type Figures = Readonly<Record<string, Figure>>;

/** What is shown when a stop's numbers are asked for. */
export interface Shown {
  readonly run: RunInfo;
  readonly step: number;
  readonly example: ExampleRef;
  /** The selected neuron; where none is, that of the stop. */
  readonly layer: number;
  readonly neuron: number;
  readonly input: number;
  readonly own: Readonly<Record<string, string>>;
  /** Ends what takes long where nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** A place of the tour: what is shown there, where one looks, and what the engine says of it. Its words stand under its name. */
export interface Stop {
  readonly name: string;
  /** An address of the page, whose run is the first where it names none. */
  readonly place: string;
  /** The rows of docs/concepts.md that are met here. */
  readonly concepts: readonly string[];
  /** What one looks at: the name of a part, or a selector. */
  readonly look: string;
  readonly figures: (engine: Engine, shown: Shown) => Promise<Figures>;
}

const count = (value: number): Figure => [value, whole(value)];
const some = (value: number): Figure => [value, significant(value)];
const said = (value: number): Figure => [value, short(value)];
const two = (value: number): Figure => [value, fixed(value)];
const part = (value: number): Figure => [value, percent(value)];
const name = (value: number): Figure => [value, String(value)];

// As the chapters ask.
const lineExamples = 200;
const pathBatch = 10;
const raceHidden = 50;
const raceEpochs = 50;
const tableRows = 12;
const depthExamples = 40;

/** A run on the digits of the first one. */
const sample = (label: string): string => `${firstRun.replace('/seed=1', '')}/${label}`;

/** The stops in the order of the lectures. */
export const stops: readonly Stop[] = [
  {
    name: 'digit',
    place: '#/structure?example=test:21',
    concepts: ['C1', 'C6'],
    look: '.network',
    figures: async (engine, { run, example }) => {
      const { prediction, layers } = await engine.explain(example);
      return { inputs: count(run.sizes[0]!), parameters: count(run.parameterCount), prediction: name(prediction), value: two(layers.at(-1)!.a[prediction]!) };
    },
  },
  {
    name: 'neuron',
    place: '#/structure?example=test:21&neuron=1.5',
    concepts: ['C2'],
    look: 'structure.neuron',
    figures: async (engine, { example, layer, neuron }) => {
      const { weightedInputs, bias, z, a } = await engine.neuron(example, layer, neuron);
      return { sum: two(weightedInputs), bias: two(bias), z: two(z), a: two(a) };
    },
  },
  {
    name: 'bends',
    place: '#/plane?plane.set=xor&plane.hidden=4,3&plane.activation=identity&plane.step=250',
    concepts: ['C5'],
    look: 'plane.output',
    figures: async (engine) => ({ difference: some((await engine.planeCollapse()).largestDifference) }),
  },
  {
    name: 'cost',
    place: '#/cost?example=test:21',
    concepts: ['C7'],
    look: 'cost.example',
    figures: async (engine, { example }) => {
      const { cost, outputs } = await engine.cost(example);
      const most = outputs.reduce((a, b) => (b.part > a.part ? b : a));
      return { cost: some(cost), output: name(most.output), part: some(most.part) };
    },
  },
  {
    name: 'mean',
    place: '#/cost?example=test:0',
    concepts: ['C7', 'C19', 'C26'],
    look: 'cost.network',
    figures: async (engine, { signal }) => {
      const { examples, cost, accuracy } = await engine.review('test', { signal });
      return { examples: count(examples), cost: some(cost), accuracy: part(accuracy) };
    },
  },
  {
    name: 'valley',
    place: '#/descent?descent.line.start=1.6&descent.line.step=12',
    concepts: ['C8'],
    look: 'descent.line',
    figures: async (engine, { own }) => {
      const { descent } = await engine.descend(settingOf(own, 'line').question);
      const { steps, function: of } = descent!;
      const [start, rest] = [steps[0]!, steps.at(-1)!];
      const lowest = of.minima[0] ?? rest;
      return {
        start: said(start.position[0]!),
        rest: two(rest.position[0]!),
        height: two(rest.value),
        deepest: two('isGlobal' in lowest ? lowest.position[0]! : rest.position[0]!),
        lowest: two(lowest.value),
      };
    },
  },
  {
    name: 'importance',
    place: '#/descent',
    concepts: ['C9'],
    look: 'descent.gradient',
    figures: async (engine, { run, own }) => {
      const setting = settingOf(own, 'plane');
      const { steps } = (await engine.descend(setting.question)).descent!;
      const [x = 0, y = 0] = steps[Math.min(setting.step, steps.length - 1)]!.gradient;
      return { x: said(x), y: said(y), times: said(Math.abs(x / y)), parameters: count(run.parameterCount) };
    },
  },
  {
    name: 'landscape',
    place: '#/descent?descent.cost=gradient',
    concepts: ['C6', 'C10'],
    look: 'descent.cost',
    figures: async (engine, { signal }) => {
      const { examples, parameters, costs } = await engine.lineOfCost('gradient', lineExamples, 1, { signal });
      return { parameters: count(parameters), examples: count(examples), lowest: some(Math.min(...costs.filter((cost) => cost !== null))) };
    },
  },
  {
    name: 'paths',
    place: '#/descent?descent.paths=on&more=descent.paths',
    concepts: ['C11'],
    look: 'descent.paths',
    figures: async (engine, { signal }) => {
      const { examples, paths } = await engine.planeOfCost(lineExamples, pathBatch, rounds.steps, true, 1, { signal });
      const [all, batch, one] = paths.map(({ costs }) => costs.at(-1)!);
      return { steps: count(rounds.steps), examples: count(examples), size: count(paths[1]!.batchSize), all: some(all!), batch: some(batch!), one: some(one!) };
    },
  },
  {
    name: 'rate',
    place: `#/training?run=${sample('learning-rate=300/seed=1')}&step=24000`,
    concepts: ['C12'],
    look: 'training.cost',
    figures: async (engine, { run, signal }) => {
      const { accuracy } = await engine.review('test', { signal });
      return { rate: said(run.learningRate), accuracy: part(accuracy), chance: part(1 / run.classes) };
    },
  },
  {
    name: 'alike',
    place: `#/training?run=${sample('initializer=constant%3A0.1/seed=1')}&step=24000`,
    concepts: ['C15'],
    look: 'training.accuracy',
    figures: async (engine, { run, signal }) => {
      const [weights, biases, { accuracy }] = await Promise.all([engine.weights(1), engine.biases(1), engine.review('test', { signal })]);
      const inputs = run.sizes[0]!;
      const different = new Set(Array.from(biases, (bias, j) => `${weights.slice(j * inputs, (j + 1) * inputs).join()} ${bias}`));
      return { neurons: count(biases.length), different: count(different.size), accuracy: part(accuracy) };
    },
  },
  {
    name: 'seeds',
    place: '#/training?run=nabla:1/data=digits/train-examples=2000/test-examples=500/epochs=10/seed=2&step=2000',
    concepts: ['C14'],
    look: 'training.accuracy',
    figures: async (engine, { run, signal }) => {
      const { accuracy, cost } = await engine.review('test', { signal });
      return { seed: name(Number(run.settings['seed'] ?? 1)), accuracy: part(accuracy), cost: some(cost) };
    },
  },
  {
    name: 'smooth',
    place: '#/plane?plane.step=125&more=plane.steps',
    concepts: ['C13'],
    look: 'plane.steps',
    figures: async (engine, { signal }) => {
      const { nudged, nudge, smoothAnswered, stepAnswered } = await engine.planeContrast(1, 0, 0, { signal });
      return { nudged: count(nudged), nudge: said(nudge), smooth: count(smoothAnswered), step: count(stepAnswered) };
    },
  },
  {
    name: 'strokes',
    place: '#/inside',
    concepts: ['C16'],
    look: 'inside.weights',
    figures: async (engine) => {
      const { mean, startMean } = await engine.edgeLikeness(0, 1);
      return { mean: two(mean), start: two(startMean) };
    },
  },
  {
    name: 'noise',
    place: '#/inside?inside.draws=300',
    concepts: ['C17'],
    look: 'inside.noise',
    figures: async (engine, { own }) => {
      const { kind, seed, draws } = noiseOf(own);
      const { noise, digits, prediction, outputs } = await engine.noise(kind, seed, draws);
      return { count: count(noise.count), mean: two(noise.mean), digits: two(digits.mean), prediction: name(prediction), value: two(outputs[prediction]!) };
    },
  },
  {
    name: 'labels',
    place: '#/inside?inside.race=200:1&more=inside.labels',
    concepts: ['C18'],
    look: 'inside.labels',
    figures: async (engine, { own }) => {
      const { examples, seed } = raceOf(own) ?? { examples: 200, seed: 1 };
      // The chapter has run the race; this only looks.
      const race = await engine.labelRace(examples, raceHidden, raceEpochs, seed, 0, 0);
      const [right, shuffled] = [race.true.at(-1)!, race.shuffled.at(-1)!];
      return { examples: count(race.examples), trained: part(shuffled.trainAccuracy), shuffled: part(shuffled.testAccuracy), right: part(right.testAccuracy) };
    },
  },
  {
    name: 'wishes',
    place: '#/nudges?example=test:21',
    concepts: ['C20'],
    look: '[data-testid="nudges-outputs"]',
    figures: async (engine, { example }) => {
      const { output, activation, target, change } = (await engine.desiredChanges(example))[0]!;
      return { output: name(output), activation: some(activation), target: said(target), change: some(change ?? 0) };
    },
  },
  {
    name: 'avenues',
    place: '#/nudges?example=test:21&neuron=2.5',
    concepts: ['C21'],
    look: 'nudges.avenues',
    figures: async (engine, { example, layer, neuron }) => {
      const { bias, weights, activations } = await engine.avenues(example, layer, neuron);
      return { bias: part(bias.share), weights: part(weights.share), activations: part(activations.share) };
    },
  },
  {
    name: 'sum',
    place: '#/nudges?example=test:21&neuron=2.4',
    concepts: ['C22'],
    look: '[data-testid="nudges-shares"]',
    figures: async (engine, { example, layer, neuron }) => {
      const { shares, derivative } = await engine.wish(example, layer + 1, neuron);
      return {
        neurons: count(shares.length),
        up: count(shares.filter((share) => share < 0).length),
        down: count(shares.filter((share) => share > 0).length),
        sum: some(-derivative),
      };
    },
  },
  {
    name: 'average',
    place: '#/nudges?example=test:21&more=nudges.table',
    concepts: ['C23', 'C10', 'C11'],
    look: 'nudges.table',
    figures: async (engine, { run, step, signal }) => {
      const { examples } = await engine.batch(Math.max(0, Math.min(step, run.steps - 1)));
      const { rows, fullExamples, cosine } = await engine.averaging(examples, tableRows, [], { signal });
      const { derivatives, mean } = rows[0]!;
      return {
        examples: count(derivatives.length),
        least: some(Math.min(...derivatives)),
        most: some(Math.max(...derivatives)),
        mean: some(mean),
        full: count(fullExamples),
        angle: [cosine ?? 0, fixed((Math.acos(cosine ?? 0) * 180) / Math.PI, 0)],
      };
    },
  },
  {
    name: 'chain',
    place: '#/chain?chain.depth=1',
    concepts: ['C24'],
    look: 'chain.product',
    figures: async (engine, { own }) => {
      const { network, neuron, symbol } = chainSetting(own);
      const { factors, derivative, nudges } = await engine.nudgeChain(network, neuron, symbol);
      const { size, ratio } = nudges.at(-1)!;
      return {
        first: some(factors[0]!.value),
        second: some(factors[1]!.value),
        third: some(factors[2]!.value),
        derivative: some(derivative),
        nudge: said(size),
        ratio: some(ratio),
      };
    },
  },
  {
    name: 'flat',
    place: '#/chain?chain.weights=8&chain.biases=1',
    concepts: ['C3'],
    look: 'chain.product',
    figures: async (engine, { own }) => {
      const { network, neuron, symbol } = chainSetting(own);
      const { factors, derivative } = await engine.nudgeChain(network, neuron, symbol);
      return { slope: some(factors.find(({ of }) => of === 'a')!.value), derivative: some(derivative) };
    },
  },
  {
    name: 'many',
    place: '#/chain?example=test:21&chain.part=many&neuron=2.5&input=4',
    concepts: ['C25'],
    look: 'chain.paths',
    figures: async (engine, { example, layer, neuron, input }) => {
      const { paths, dCdA, product } = await engine.chain(example, layer, neuron, input);
      return { paths: count(paths.length), sum: some(dCdA ?? 0), product: some(product) };
    },
  },
  {
    name: 'equations',
    place: '#/chain?example=test:21&chain.part=equations&chain.layer=2&chain.form=matrix',
    concepts: ['C27', 'C4'],
    look: '[data-testid="BP4"]',
    figures: async (engine, { example, run, own }) => {
      const layer = Math.max(1, Math.min(run.sizes.length - 1, Number(own['chain.layer'] ?? 1)));
      const { rows, columns } = (await engine.equations(example, layer)).find((equation) => equation.name === 'BP4')!.terms[0]!;
      return { layer: name(layer), rows: count(rows), columns: count(columns), count: count(rows * columns) };
    },
  },
  {
    name: 'slip',
    place: "#/chain?chain.part=own&chain.formula=a'*σ'(z)*(a-y)",
    concepts: ['C31'],
    look: 'chain.own',
    figures: async (engine, { own }) => {
      const formula = own['chain.formula'] ?? '';
      const { check } = await engine.checkFormula(formula, own['chain.of'] ?? 'w', own['chain.formulaCost'] ?? 'quadratic', own['chain.formulaActivation'] ?? 'sigmoid');
      // Of one that holds, the factor is 1.
      return { points: count(check!.points), factor: said(check!.holds ? 1 : (check!.factor ?? Number.NaN)) };
    },
  },
  {
    name: 'backwards',
    place: '#/backwards?example=test:21&neuron=2.5&input=4',
    concepts: ['C28'],
    look: 'backwards.passes',
    figures: async (engine, { example, run, layer, neuron, input }) => {
      const { dZdW, dCdZ, product } = await engine.chain(example, layer, neuron, input);
      return { a: some(dZdW), delta: some(dCdZ), product: some(product), parameters: count(run.parameterCount) };
    },
  },
  {
    name: 'depth',
    place: '#/backwards?backwards.depth=8&more=backwards.depth',
    concepts: ['C29'],
    look: 'backwards.depth',
    figures: async (engine, { own }) => {
      const { depth, activation, initializer, seed } = depthSetting(own);
      const { slopes, weightRatio } = (await engine.gradientsByDepth(depth, activation, initializer, seed, depthExamples)).shown;
      return { depth: count(depth), slope: two(slopes.reduce((sum, slope) => sum + slope) / slopes.length), ratio: some(weightRatio ?? 0) };
    },
  },
  {
    name: 'update',
    place: '#/plane?plane.set=xor&plane.step=7&plane.at=1.0.1',
    concepts: ['C30'],
    look: 'plane.weights',
    figures: async (engine) => {
      const { before, gradient, rate, after } = await engine.planeUpdate(1, 0, 1);
      return { before: [before, fixed(before, 4)], gradient: [gradient, fixed(gradient, 4)], rate: said(rate), after: [after, fixed(after, 4)] };
    },
  },
];
