"""Runs the contestants in alternation and prints the report. Called by `run`, which prepares what it needs."""
import json
import os
import platform
import statistics
import subprocess
import sys
import time

WORK, NABLA = os.environ["WORK"], os.environ["NABLA"]
ROUNDS = int(os.environ.get("ROUNDS", "5"))
PYTHON = "/usr/bin/python3"
ONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}


def call(command, **environment):
    started = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **ONE, **environment})
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(command)}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout, time.perf_counter() - started


def nabla(layers, hidden="sigmoid", cost="quadratic", eta=1.0, batch=10, epochs=3, threads=1, extra=()):
    """The median epoch after the first, in seconds of training steps."""
    out, _ = call([NABLA, "train", "--data", "mnist", "--layers", layers, "--activation", hidden, "--cost", cost,
                   "--learning-rate", str(eta), "--batch-size", str(batch), "--epochs", str(epochs), "--threads", str(threads),
                   "--json", "--quiet", "--overwrite", "--out", os.path.join(WORK, "run"), *extra])
    events = [json.loads(line) for line in out.splitlines()]
    epochs = [event for event in events if event["event"] == "epoch"]
    return {"seconds": statistics.median(event["seconds"] for event in epochs[1:] or epochs), "accuracy": epochs[-1]["testAccuracy"]}


def torch(layers, core, by_hand=False, **options):
    command = [PYTHON, "torch_job.py", "--layers", layers]
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    if by_hand:
        command.append("--by-hand")
    return json.loads(call(command, OPENBLAS_CORETYPE=core)[0])


def numpy(layers, by, core, **options):
    command = [PYTHON, "numpy_job.py", "--layers", layers, "--by", by]
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    return json.loads(call(command, OPENBLAS_CORETYPE=core)[0])


def fann():
    files = [os.path.join(WORK, name) for name in ("train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1")]
    return json.loads(call([os.path.join(WORK, "fann_job"), *files, "2"])[0])


def best_core(run):
    """OpenBLAS's kernels: the faster of those made for AVX-512 and for AVX2."""
    return min(("SkylakeX", "Haswell"), key=lambda core: run(core)["seconds"])


def rounds(contestants):
    """All contestants, one after the other, ROUNDS times; the median seconds and the last accuracy of each."""
    seconds = {name: [] for name in contestants}
    accuracy = {}
    for _ in range(ROUNDS):
        for name, run in contestants.items():
            result = run()
            seconds[name].append(result["seconds"])
            accuracy[name] = result["accuracy"]
            print(f"{name}: {result}", file=sys.stderr)
    return {name: (statistics.median(times), min(times), max(times), accuracy[name]) for name, times in seconds.items()}


MISSED = []


def table(title, results, wanted):
    ours = results["Nabla"][0]
    print(f"\n### {title}\n")
    print("| contestant | seconds an epoch, median (lowest – highest) | test accuracy | Nabla is faster by | at least wanted |")
    print("|---|---|---|---|---|")
    for name, (median, low, high, accuracy) in results.items():
        ratio = "" if name == "Nabla" else f"**{median / ours:.1f}×**"
        print(f"| {name} | {median:.4f} ({low:.4f} – {high:.4f}) | {100 * accuracy:.1f} % | {ratio} | {wanted.get(name, '')} |")
        least = wanted.get(name, "").split("= ")[-1].rstrip("×")
        if least and median / ours < float(least) and "threads" not in name or "threads" in name and median / ours > float(least):
            MISSED.append(f"{title}: {name} {median / ours:.2f}×, wanted {wanted[name]}")
        if accuracy < 0.8:
            sys.exit(f"{name} did not learn: {accuracy}")


def processor():
    with open("/proc/cpuinfo") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.processor())


def whole_process():
    """From starting the process to 97.5 % on the test images, each with its own best recipe."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        _, seconds = call([NABLA, "train", "--data", "mnist", "--layers", "784,128,10", "--activation", "relu", "--cost", "cross-entropy",
                           "--learning-rate", "0.3", "--schedule", "cosine", "--batch-size", "16", "--epochs", "2", "--until-accuracy", "97.5%", "--threads", "2",
                           "--json", "--quiet", "--overwrite", "--out", os.path.join(WORK, "run")])
        ours.append(seconds)
        _, seconds = call([PYTHON, "torch_job.py", "--layers", "784,128,10", "--hidden", "relu", "--cost", "ce", "--optimizer", "adam",
                           "--eta", "3e-3", "--batch", "256", "--epochs", "20", "--threads", "2", "--until", "0.975"],
                          OPENBLAS_NUM_THREADS="2", OMP_NUM_THREADS="2")
        theirs.append(seconds)
    return ours, theirs


def main():
    bench = json.loads(call([NABLA, "bench", "--json"])[0])
    versions = call([PYTHON, "-c", "import torch, numpy; print(torch.__version__, numpy.__version__)"])[0].split()
    dotnet = call(["dotnet", "--version"])[0].strip()
    print("# Results\n\nWritten by `bench/peers/run`; run it yourself. Every ratio is of medians of contestants that ran in alternation, "
          f"{ROUNDS} rounds, each in a fresh process with its data in memory; an epoch is one pass over MNIST's 60,000 training images, "
          "the first of a process not counted. One thread each unless said.\n")
    print(f"- Processor: {processor()}, {os.cpu_count()} cores; {platform.system()} {platform.release()}")
    print(f"- Its limit for single-precision multiply-adds on one thread, by `nabla bench`: {bench['fmaGflops']:.0f} GFLOP/s; "
          f"memory {bench['bandwidthGBs']:.1f} GB/s")
    print(f"- .NET SDK {dotnet}; PyTorch {versions[0]} and NumPy {versions[1]} with OpenBLAS; FANN 2.2, all from Debian")

    t1 = lambda core: torch("784,16,16,10", core, epochs=2)
    core = best_core(t1)
    print(f"- `OPENBLAS_CORETYPE` is at its best for each: {core} for the small networks", end="")
    wide = dict(hidden="relu", cost="ce", eta=0.1, batch=128, epochs=2)
    wide_core = best_core(lambda c: torch("784,800,800,10", c, **wide))
    print(f", {wide_core} for the wide one\n- PyTorch by hand: forward and backward written out in tensor operations, without autograd, modules or "
          "an optimizer; nobody works so, but it is as fast as PyTorch gets here")

    table("784-16-16-10, sigmoid, Σ(a−y)², mini-batches of 10", rounds({
        "Nabla": lambda: nabla("784,16,16,10", epochs=40),
        "PyTorch": lambda: torch("784,16,16,10", core, epochs=2),
        "PyTorch, by hand": lambda: torch("784,16,16,10", core, by_hand=True, epochs=2),
        "NumPy, by mini-batch": lambda: numpy("784,16,16,10", "batch", core, epochs=2),
        "NumPy, by example": lambda: numpy("784,16,16,10", "example", core, epochs=1),
        "FANN (a step after every example)": fann,
    }), {"PyTorch": "50×", "NumPy, by mini-batch": "20×", "NumPy, by example": "200×"})

    table("784-30-10, sigmoid, Σ(a−y)², mini-batches of 10", rounds({
        "Nabla": lambda: nabla("784,30,10", epochs=30),
        "PyTorch": lambda: torch("784,30,10", core, epochs=2),
        "PyTorch, by hand": lambda: torch("784,30,10", core, by_hand=True, epochs=2),
    }), {"PyTorch": "40×"})

    middle = dict(hidden="relu", cost="ce", eta=0.1, batch=64, epochs=2)
    table("784-128-64-10, ReLU, softmax and cross-entropy, mini-batches of 64", rounds({
        "Nabla": lambda: nabla("784,128,64,10", "relu", "cross-entropy", 0.1, 64, epochs=9),
        "PyTorch": lambda: torch("784,128,64,10", wide_core, **middle),
    }), {"PyTorch": "4×"})

    table("784-800-800-10, ReLU, softmax and cross-entropy, mini-batches of 128", rounds({
        "Nabla": lambda: nabla("784,800,800,10", "relu", "cross-entropy", 0.1, 128, epochs=2),
        "PyTorch": lambda: torch("784,800,800,10", wide_core, **wide),
        "Nabla, two threads": lambda: nabla("784,800,800,10", "relu", "cross-entropy", 0.1, 128, epochs=2, threads=2),
    }), {"PyTorch": "1.3×", "Nabla, two threads": "1/1.8 = 0.56×"})

    ours, theirs = whole_process()
    print("\n### A whole process: start, load MNIST, train to 97.5 % test accuracy\n")
    print("| contestant | recipe | seconds, median (lowest – highest) |")
    print("|---|---|---|")
    print(f"| Nabla | 784-128-10 ReLU, SGD η = 0.3 falling as a cosine, mini-batches of 16, two threads | {statistics.median(ours):.2f} ({min(ours):.2f} – {max(ours):.2f}) |")
    print(f"| PyTorch | 784-128-10 ReLU, Adam 3e-3, mini-batches of 256, two threads | {statistics.median(theirs):.2f} ({min(theirs):.2f} – {max(theirs):.2f}) |")
    print(f"\nNabla takes **{statistics.median(ours) / statistics.median(theirs):.2f}** of PyTorch's time (wanted: at most 0.25).")

    print("\n### Where the aim is not reached\n")
    for line in MISSED or ["Nowhere."]:
        print(f"- {line}")
    print("\nWhat stands in the way: docs/decisions/0004.")

    print("\n### Nabla's own jobs (`nabla bench`)\n")
    print("| job | examples a second | GFLOP/s, counted densely | share of the machine's limit |")
    print("|---|---|---|---|")
    for job in bench["jobs"]:
        print(f"| {job['name']} | {job['examplesPerSecond']:,.0f} | {job['gflops']:.1f} | {100 * job['shareOfLimit']:.0f} % |")


main()
