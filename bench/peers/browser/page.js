// Lets the contestants train in turn, an epoch each, and sends what they took.
const contestants = [
  { name: 'Nabla', worker: 'nabla.js', type: 'module' },
  { name: 'TensorFlow.js, wasm', worker: 'tensorflow.js?wasm' },
  { name: 'TensorFlow.js, cpu', worker: 'tensorflow.js?cpu' },
  { name: 'ConvNetJS', worker: 'convnet.js' },
];

const send = (what) => fetch('/report', { method: 'POST', body: JSON.stringify(what) });
const bytes = async (file) => new Uint8Array(await (await fetch(file)).arrayBuffer());
const answer = (worker, question) => new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  if (question) worker.postMessage(question);
});

try {
  const rounds = Number(new URLSearchParams(location.search).get('rounds'));
  const pixels = (await bytes('/train-images-idx3-ubyte')).subarray(16);
  const labels = (await bytes('/train-labels-idx1-ubyte')).subarray(8);
  for (const contestant of contestants) {
    contestant.running = new Worker(contestant.worker, { type: contestant.type });
    await answer(contestant.running);
    await answer(contestant.running, { pixels: pixels.slice(), labels: labels.slice() });
  }

  // The first round warms them up and does not count.
  for (let round = 0; round <= rounds; round++) {
    for (const { name, running } of contestants) await send({ name, round, ...(await answer(running, {})) });
  }

  await send({ done: true });
} catch (error) {
  await send({ done: true, failed: String(error) });
}
