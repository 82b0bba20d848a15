/** Below this part of the training digits a network has not learned even those. */
export const learned = 0.9;

/** A gap between the two accuracies from which on it is more than chance. */
export const apart = 0.05;

export type Verdict = 'under' | 'over' | 'both' | 'good';

/** What the accuracies on training and test digits say of what was learned. */
export function verdictOf(train: number, test: number): Verdict {
  const gap = train - test >= apart;
  if (train < learned) return gap ? 'both' : 'under';
  return gap ? 'over' : 'good';
}
