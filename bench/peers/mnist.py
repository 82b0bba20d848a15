"""MNIST from $NABLA_DATA/mnist, as float32 in [0, 1] and int64 labels."""
import gzip
import os

import numpy as np

FOLDER = os.path.join(os.environ.get("NABLA_DATA", "."), "mnist")


def load():
    return (images("train"), labels("train")), (images("t10k"), labels("t10k"))


def read(name, header):
    with gzip.open(os.path.join(FOLDER, name)) as file:
        return np.frombuffer(file.read(), np.uint8, offset=header)


def images(part):
    return read(f"{part}-images-idx3-ubyte.gz", 16).reshape(-1, 784).astype(np.float32) / 255


def labels(part):
    return read(f"{part}-labels-idx1-ubyte.gz", 8).astype(np.int64)

