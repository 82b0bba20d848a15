// A worker that trains with TensorFlow.js, in its core operations, which is faster than by its layers; ?cpu or ?wasm.
const dist = '/node_modules/@tensorflow/';
importScripts(`${dist}tfjs/dist/tf.min.js`, `${dist}tfjs-backend-wasm/dist/tf-backend-wasm.min.js`);

const batch = 10;
const sizes = [784, 16, 16, 10];
let images, targets, parameters, optimizer, count;

function prepare(pixels, labels) {
  count = labels.length;
  images = Float32Array.from(pixels, (pixel) => pixel / 255);
  targets = new Float32Array(count * 10);
  labels.forEach((label, i) => (targets[i * 10 + label] = 1));
  optimizer = tf.train.sgd(1);
  parameters = sizes.slice(1).map((outputs, l) => ({
    w: tf.variable(tf.randomNormal([sizes[l], outputs], 0, 1 / Math.sqrt(sizes[l]))),
    b: tf.variable(tf.zeros([outputs])),
  }));
}

function epoch() {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  tf.util.shuffle(order);
  const began = performance.now();
  const x = new Float32Array(batch * 784);
  const y = new Float32Array(batch * 10);
  let cost = 0;
  let costs = 0;
  for (let start = 0; start < count; start += batch) {
    for (let e = 0; e < batch; e++) {
      const i = order[start + e];
      x.set(images.subarray(i * 784, (i + 1) * 784), e * 784);
      y.set(targets.subarray(i * 10, (i + 1) * 10), e * 10);
    }

    tf.tidy(() => {
      const xs = tf.tensor2d(x, [batch, 784]);
      const ys = tf.tensor2d(y, [batch, 10]);
      const loss = () => {
        const a = parameters.reduce((before, { w, b }) => tf.sigmoid(tf.add(tf.matMul(before, w), b)), xs);
        return tf.div(tf.sum(tf.square(tf.sub(a, ys))), batch);
      };
      // Only now and then, for reading a number takes time.
      const seen = start % 1000 === 0;
      const value = optimizer.minimize(loss, seen);
      if (seen) {
        cost += value.dataSync()[0];
        costs++;
      }
    });
  }

  return { seconds: (performance.now() - began) / 1000, cost: cost / costs };
}

onmessage = ({ data }) => postMessage(data.pixels ? (prepare(data.pixels, data.labels), {}) : epoch());

tf.wasm.setWasmPaths(`${dist}tfjs-backend-wasm/dist/`);
tf.setBackend(location.search.slice(1)).then((set) => {
  if (!set) throw new Error(`no backend ${location.search}`);
  postMessage({});
});
