import type { ChapterName } from '../state/view';

/** What can be said of a term in no language: in which chapter it is seen, and its equation. Its words stand in the messages. */
interface TermFacts {
  readonly chapter: ChapterName;
  /** The equation in TeX, and as it reads without it. */
  readonly equation?: readonly [tex: string, plain: string];
}

export const terms = {
  neuron: { chapter: 'structure' },
  activation: { chapter: 'structure', equation: ['a = \\sigma(z)', 'a = σ(z)'] },
  activationFunction: { chapter: 'structure' },
  weight: { chapter: 'structure' },
  bias: { chapter: 'structure' },
  weightedSum: { chapter: 'structure', equation: ['z = \\sum_k w_k a_k + b', 'z = Σ wₖaₖ + b'] },
  sigmoid: { chapter: 'structure', equation: ['\\sigma(z) = \\frac{1}{1 + e^{-z}}', 'σ(z) = 1/(1 + e⁻ᶻ)'] },
  relu: { chapter: 'structure', equation: ['\\max(0, z)', 'max(0, z)'] },
  softmax: { chapter: 'cost', equation: ['a_j = \\frac{e^{z_j}}{\\sum_i e^{z_i}}', 'aⱼ = e^zⱼ / Σ e^zᵢ'] },
  hiddenLayer: { chapter: 'structure' },
  parameter: { chapter: 'structure' },
  hyperparameter: { chapter: 'training' },
  normalisation: { chapter: 'structure' },
  feature: { chapter: 'structure' },
  saturation: { chapter: 'chain', equation: ["\\sigma'(z) \\approx 0", 'σ′(z) ≈ 0'] },
  cost: { chapter: 'cost' },
  target: { chapter: 'cost' },
  oneHot: { chapter: 'cost', equation: ['y = (0, \\dots, 0, 1, 0, \\dots, 0)', 'y = (0, …, 0, 1, 0, …, 0)'] },
  squaredError: { chapter: 'cost', equation: ['C = \\frac{1}{n}\\sum_x \\lVert a - y \\rVert^2', 'C = 1/n Σ ‖a − y‖²'] },
  crossEntropy: { chapter: 'cost', equation: ['C_0 = -\\sum_j y_j \\ln a_j', 'C₀ = −Σ yⱼ ln aⱼ'] },
  gradient: { chapter: 'nudges' },
  gradientDescent: { chapter: 'descent', equation: ['w \\to w - \\eta \\frac{\\partial C}{\\partial w}', 'w → w − η ∂C/∂w'] },
  stochasticGradientDescent: { chapter: 'training' },
  miniBatch: { chapter: 'training' },
  epoch: { chapter: 'training' },
  learningRate: { chapter: 'descent' },
  initialisation: { chapter: 'training' },
  seed: { chapter: 'training' },
  momentum: { chapter: 'descent', equation: ['v \\to \\mu v - \\eta \\nabla C', 'v → μv − η∇C'] },
  regularisation: { chapter: 'training', equation: ['C + \\frac{\\lambda}{2n}\\sum w^2', 'C + λ/2n Σ w²'] },
  accuracy: { chapter: 'training' },
  trainingSet: { chapter: 'training' },
  testSet: { chapter: 'training' },
  validationSet: { chapter: 'training' },
  confusionMatrix: { chapter: 'training' },
  overfitting: { chapter: 'training' },
  underfitting: { chapter: 'training' },
  generalisation: { chapter: 'training' },
  vanishingGradient: { chapter: 'backwards' },
  divergence: { chapter: 'descent' },
  localMinimum: { chapter: 'descent' },
  backpropagation: { chapter: 'nudges' },
  chainRule: { chapter: 'chain', equation: ['\\frac{\\partial C}{\\partial w} = \\frac{\\partial z}{\\partial w}\\,\\frac{\\partial a}{\\partial z}\\,\\frac{\\partial C}{\\partial a}', '∂C/∂w = ∂z/∂w · ∂a/∂z · ∂C/∂a'] },
  derivative: { chapter: 'chain' },
  partialDerivative: { chapter: 'chain' },
  error: { chapter: 'chain', equation: ['\\delta = \\frac{\\partial C}{\\partial z}', 'δ = ∂C/∂z'] },
  hadamardProduct: { chapter: 'chain', equation: ['(a \\odot b)_j = a_j b_j', '(a ⊙ b)ⱼ = aⱼbⱼ'] },
} as const satisfies Readonly<Record<string, TermFacts>>;

export type TermName = keyof typeof terms;

export function isTerm(name: string): name is TermName {
  return Object.hasOwn(terms, name);
}

export function factsOf(term: TermName): TermFacts {
  return terms[term];
}
