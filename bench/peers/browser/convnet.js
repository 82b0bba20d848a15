// A worker that trains with ConvNetJS; its squared error has a linear layer before it, so the output has no sigmoid.
self.window = self; // it looks for one
importScripts('/node_modules/convnetjs/build/convnet.js');

let images, labels, net, trainer;

function prepare(pixels) {
  images = Float64Array.from(pixels, (pixel) => pixel / 255);
  net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: 784 },
    { type: 'fc', num_neurons: 16, activation: 'sigmoid' },
    { type: 'fc', num_neurons: 16, activation: 'sigmoid' },
    { type: 'regression', num_neurons: 10 },
  ]);
  // Its batches are sums halved, ours means.
  trainer = new convnetjs.SGDTrainer(net, { learning_rate: 0.1, momentum: 0, batch_size: 10, l2_decay: 0 });
}

function epoch() {
  const order = Uint32Array.from(labels, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }

  const began = performance.now();
  const x = new convnetjs.Vol(1, 1, 784, 0);
  const y = new Array(10).fill(0);
  let cost = 0;
  for (const i of order) {
    x.w.set(images.subarray(i * 784, (i + 1) * 784));
    y.fill(0);
    y[labels[i]] = 1;
    cost += 2 * trainer.train(x, y).cost_loss;
  }

  return { seconds: (performance.now() - began) / 1000, cost: cost / labels.length };
}

onmessage = ({ data }) => {
  if (data.labels) labels = data.labels;
  postMessage(data.pixels ? (prepare(data.pixels), {}) : epoch());
};
postMessage({});
