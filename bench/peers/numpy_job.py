"""The lecture network in NumPy: by mini-batches as matrix products, or example by example, the algorithm of the book
Neural Networks and Deep Learning (chapter 1) in our own words. Prints one JSON object."""
import argparse
import json
import time

import numpy as np

import mnist

parser = argparse.ArgumentParser()
parser.add_argument("--layers", required=True)
parser.add_argument("--eta", type=float, default=1.0)
parser.add_argument("--batch", type=int, default=10)
parser.add_argument("--epochs", type=int, default=2)
parser.add_argument("--by", choices=["batch", "example"], default="batch")
args = parser.parse_args()

(x, labels), (test_x, test_labels) = mnist.load()
sizes = [int(size) for size in args.layers.split(",")]
y = np.eye(sizes[-1], dtype=np.float32)[labels]
rng = np.random.default_rng(1)
ranges = [(6 / (a + b)) ** 0.5 for a, b in zip(sizes, sizes[1:])]
w = [rng.uniform(-r, r, (b, a)).astype(np.float32) for r, a, b in zip(ranges, sizes, sizes[1:])]
b = [np.zeros(n, np.float32) for n in sizes[1:]]


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def by_batch(bx, by):
    a = [bx]
    for l in range(len(w)):
        a.append(sigmoid(a[-1] @ w[l].T + b[l]))
    delta = 2 * (a[-1] - by) * a[-1] * (1 - a[-1])
    step = np.float32(args.eta / len(bx))
    for l in reversed(range(len(w))):
        back = delta @ w[l] if l > 0 else None
        w[l] -= step * (delta.T @ a[l])
        b[l] -= step * delta.sum(axis=0)
        if l > 0:
            delta = back * a[l] * (1 - a[l])


def by_example(bx, by):
    sum_w = [np.zeros_like(m) for m in w]
    sum_b = [np.zeros_like(v) for v in b]
    for example, target in zip(bx, by):
        a = [example]
        for l in range(len(w)):
            a.append(sigmoid(w[l] @ a[-1] + b[l]))
        delta = 2 * (a[-1] - target) * a[-1] * (1 - a[-1])
        for l in reversed(range(len(w))):
            sum_w[l] += np.outer(delta, a[l])
            sum_b[l] += delta
            if l > 0:
                delta = (w[l].T @ delta) * a[l] * (1 - a[l])
    step = np.float32(args.eta / len(bx))
    for l in range(len(w)):
        w[l] -= step * sum_w[l]
        b[l] -= step * sum_b[l]


train = by_batch if args.by == "batch" else by_example
seconds = []
for epoch in range(args.epochs):
    started = time.perf_counter()
    order = rng.permutation(len(x))
    epoch_x, epoch_y = x[order], y[order]
    for start in range(0, len(x), args.batch):
        train(epoch_x[start:start + args.batch], epoch_y[start:start + args.batch])
    seconds.append(time.perf_counter() - started)

a = test_x
for l in range(len(w)):
    a = sigmoid(a @ w[l].T + b[l])
print(json.dumps({"seconds": sorted(seconds[1:] or seconds)[len(seconds[1:] or seconds) // 2], "accuracy": float((a.argmax(1) == test_labels).mean()),
                  "epochs": len(seconds), "version": np.__version__}))
