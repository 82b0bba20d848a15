/** By which the address says at which stop of the tour it is. */
export const touring = 'tour.stop';

/** Sets out on the tour; its stops and their words come when somebody does. */
export async function beginTour(): Promise<void> {
  const { tour } = await import('../tour/load');
  tour.begin();
}
