#!/usr/bin/env python3
"""Golden numbers for Nabla's tests, computed by a program that shares no code with it.

Reimplements from their papers the generator (xoshiro256**, SplitMix64, Lemire, Fisher-Yates) in whole numbers and
mini-batch gradient descent in NumPy's float64, and prints what the tests compare with:

    python3 golden.py > golden.json

Made with Python 3.11 and NumPy 1.24.2.
"""
import json
import numpy as np

MASK = (1 << 64) - 1


def finish(z):
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def mix(x):
    return finish((x + 0x9E3779B97F4A7C15) & MASK)


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


class Rng:
    def __init__(self, seed, stream=None, index=0):
        if stream is not None:
            seed = mix(mix(mix(seed) ^ stream) ^ index)
        self.s = []
        for _ in range(4):
            seed = (seed + 0x9E3779B97F4A7C15) & MASK
            self.s.append(finish(seed))

    def next(self):
        s = self.s
        result = (rotl((s[1] * 5) & MASK, 7) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)
        return result

    def below(self, bound):
        product = (self.next() >> 32) * bound
        if product & 0xFFFFFFFF < bound:
            threshold = ((1 << 32) - bound) % bound
            while product & 0xFFFFFFFF < threshold:
                product = (self.next() >> 32) * bound
        return product >> 32

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.below(i + 1)
            items[i], items[j] = items[j], items[i]


ACTIVATIONS = {
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z, a: a * (1 - a)),
    "tanh": (np.tanh, lambda z, a: 1 - a * a),
    "relu": (lambda z: np.maximum(z, 0), lambda z, a: (z > 0).astype(float)),
    "identity": (lambda z: z, lambda z, a: np.ones_like(z)),
    "softmax": (lambda z: np.exp(z) / np.exp(z).sum(axis=1, keepdims=True), None),
}


def train(sizes, hidden, output, cost, eta, l2, batch_size, epochs, examples, seed):
    # Data and parameters from whole-number formulas, exact in float32.
    inputs, classes = sizes[0], sizes[-1]
    x = np.array([[((i * 37 + k * 11 + i * k) % 17) / 16 for k in range(inputs)] for i in range(examples)])
    x[x < 0.25] = 0
    labels = [(i * 5 + 2) % classes for i in range(examples)]
    y = np.eye(classes)[labels]
    w = [np.array([[((j * 13 + k * 7 + l * 5) % 23 - 11) / 16 for k in range(sizes[l])] for j in range(sizes[l + 1])])
         for l in range(len(sizes) - 1)]
    b = [np.array([((j * 3 + l) % 7 - 3) / 8 for j in range(sizes[l + 1])]) for l in range(len(sizes) - 1)]
    steps = []
    for epoch in range(1, epochs + 1):
        order = list(range(examples))
        Rng(seed, 2, epoch).shuffle(order)
        for start in range(0, examples, batch_size):
            rows = order[start:start + batch_size]
            a = [x[rows]]
            z = []
            for l in range(len(w)):
                z.append(a[-1] @ w[l].T + b[l])
                name = output if l == len(w) - 1 else hidden
                a.append(ACTIVATIONS[name][0](z[-1]))
            t = y[rows]
            if cost == "quadratic":
                value, error = ((a[-1] - t) ** 2).sum(), 2 * (a[-1] - t)
            elif cost == "half-quadratic":
                value, error = ((a[-1] - t) ** 2).sum() / 2, a[-1] - t
            elif cost == "cross-entropy":
                value, error = -(t * np.log(a[-1])).sum(), None
            else:
                value, error = -(t * np.log(a[-1]) + (1 - t) * np.log(1 - a[-1])).sum(), None
            delta = a[-1] - t if error is None else error * ACTIVATIONS[output][1](z[-1], a[-1])
            m = len(rows)
            for l in reversed(range(len(w))):
                back = delta @ w[l]
                w[l] = (1 - eta * l2 / examples) * w[l] - eta * delta.T @ a[l] / m
                b[l] = b[l] - eta * delta.sum(axis=0) / m
                if l > 0:
                    delta = back * ACTIVATIONS[hidden][1](z[l - 1], a[l])
            steps.append({"cost": value / m,
                          "parameters": [round(float(v), 10) for l in range(len(w)) for v in (*w[l].ravel(), *b[l])]})
    return {"sizes": sizes, "hidden": hidden, "output": output, "cost": cost, "eta": eta, "l2": l2,
            "batchSize": batch_size, "epochs": epochs, "examples": examples, "seed": seed, "steps": steps}


def main():
    rng, stream = Rng(1), Rng(42, 2, 3)
    order = list(range(12))
    Rng(7, 2, 1).shuffle(order)
    print(json.dumps({
        "seed1": [str(rng.next()) for _ in range(6)],
        "seed42stream2index3": [str(stream.next()) for _ in range(6)],
        "order12seed7epoch1": order,
        "runs": [
            train([5, 4, 3], "sigmoid", "sigmoid", "half-quadratic", 3.0, 0, 3, 4, 7, 1),
            train([5, 4, 3], "sigmoid", "sigmoid", "quadratic", 1.5, 0, 2, 2, 7, 2),
            train([6, 20, 18, 4], "tanh", "softmax", "cross-entropy", 0.125, 0, 4, 3, 10, 3),
            train([6, 5, 5, 5, 3], "relu", "identity", "quadratic", 0.0625, 0, 4, 3, 10, 4),
            train([6, 17, 3], "sigmoid", "sigmoid", "binary-cross-entropy", 0.5, 2.0, 3, 3, 8, 5),
        ]}))


main()
