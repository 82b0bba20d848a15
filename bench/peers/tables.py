"""Nabla beside scikit-learn on four small tables: the same rows to learn from and to be tested on, the same hidden layer.

    /usr/bin/python3 bench/peers/tables.py [--nabla PATH] [--splits 10] [--hidden 32]

Needs python3-sklearn (Debian) and a Release build of src/Nabla.Cli. The tables are those that scikit-learn brings along; they are written to a
temporary folder and go with it. scikit-learn standardises the inputs and, for regression, the target, as Nabla does, and trains until its own
rule stops it; Nabla uses `--preset table`. Exit code 1 where Nabla is more than one point behind on the mean over the splits, or slower.
"""
import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")
from sklearn import datasets  # noqa: E402
from sklearn.compose import TransformedTargetRegressor  # noqa: E402
from sklearn.model_selection import train_test_split  # noqa: E402
from sklearn.neural_network import MLPClassifier, MLPRegressor  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402
from sklearn.preprocessing import StandardScaler  # noqa: E402

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
TABLES = {"iris": datasets.load_iris, "wine": datasets.load_wine, "breast-cancer": datasets.load_breast_cancer, "diabetes": datasets.load_diabetes}


def write(path, data, rows, targets):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*data.feature_names, "target"])
        for row, target in zip(rows, targets):
            writer.writerow([*(repr(float(x)) for x in row), target])


def theirs(data, is_regression, split, hidden, seed):
    train_x, test_x, train_y, test_y = split
    common = {"hidden_layer_sizes": (hidden,), "max_iter": 2000, "random_state": seed}
    if is_regression:
        network = TransformedTargetRegressor(MLPRegressor(**common), transformer=StandardScaler())
    else:
        network = MLPClassifier(**common)
    model = make_pipeline(StandardScaler(), network)
    started = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.fit(train_x, train_y)
    return model.score(test_x, test_y), time.perf_counter() - started


def ours(nabla, folder, is_regression, hidden, seed):
    command = [nabla, "train", "--data", os.path.join(folder, "train.csv"), "--test-data", os.path.join(folder, "test.csv"), "--target", "target",
               "--task", "regression" if is_regression else "classification", "--preset", "table", "--hidden", str(hidden), "--seed", str(seed),
               "--threads", "1", "--json", "--quiet", "--overwrite", "--out", os.path.join(folder, "run")]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(command)}\n{done.stderr}")
    event = json.loads(done.stdout.splitlines()[-1])
    return event["testR2" if is_regression else "testAccuracy"], event["trainingSeconds"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nabla", default=os.path.join(ROOT, "src/Nabla.Cli/bin/Release/net10.0/Nabla.Cli"))
    parser.add_argument("--splits", type=int, default=10)
    parser.add_argument("--hidden", type=int, default=32)
    arguments = parser.parse_args()

    missed = []
    print("| table | rows | measure | Nabla | scikit-learn | Nabla, s | scikit-learn, s |")
    print("|---|---|---|---|---|---|---|")
    for name, load in TABLES.items():
        data = load()
        is_regression = name == "diabetes"
        results = []
        with tempfile.TemporaryDirectory() as folder:
            for seed in range(1, arguments.splits + 1):
                split = train_test_split(data.data, data.target, test_size=0.25, random_state=seed, stratify=None if is_regression else data.target)
                write(os.path.join(folder, "train.csv"), data, split[0], split[2])
                write(os.path.join(folder, "test.csv"), data, split[1], split[3])
                results.append((*ours(arguments.nabla, folder, is_regression, arguments.hidden, seed),
                                *theirs(data, is_regression, split, arguments.hidden, seed)))
        a, b, c, d = ([row[i] for row in results] for i in range(4))
        print(f"| {name} | {len(data.target)} | {'R²' if is_regression else 'accuracy'} | {statistics.mean(a):.4f} | {statistics.mean(c):.4f} "
              f"| {statistics.median(b):.4f} | {statistics.median(d):.4f} |", flush=True)
        if statistics.mean(a) < statistics.mean(c) - 0.01 or statistics.median(b) > statistics.median(d):
            missed.append(name)
    if missed:
        sys.exit(f"behind on: {', '.join(missed)}")


if __name__ == "__main__":
    main()
