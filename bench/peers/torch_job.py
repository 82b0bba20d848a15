"""One job in PyTorch, at the best settings found: the data in memory as float32, shuffled once an epoch, mini-batches
as slices, gradients set to None. Prints one JSON object."""
import argparse
import json
import time

import mnist

parser = argparse.ArgumentParser()
parser.add_argument("--layers", required=True)
parser.add_argument("--hidden", default="sigmoid")
parser.add_argument("--cost", default="quadratic")
parser.add_argument("--eta", type=float, default=1.0)
parser.add_argument("--batch", type=int, default=10)
parser.add_argument("--epochs", type=int, default=2)
parser.add_argument("--threads", type=int, default=1)
parser.add_argument("--optimizer", default="sgd")
parser.add_argument("--until", type=float, default=None, help="stop at this test accuracy")
parser.add_argument("--by-hand", action="store_true", help="tensor operations alone (sigmoid and quadratic only)")
args = parser.parse_args()

import torch
from torch import nn

torch.set_num_threads(args.threads)
torch.manual_seed(1)
(train_x, train_y), (test_x, test_y) = mnist.load()
x, labels = torch.from_numpy(train_x), torch.from_numpy(train_y)
test_x, test_y = torch.from_numpy(test_x), torch.from_numpy(test_y)

sizes = [int(size) for size in args.layers.split(",")]
layers = []
for i, (inputs, outputs) in enumerate(zip(sizes, sizes[1:])):
    linear = nn.Linear(inputs, outputs)
    if args.hidden == "relu":
        nn.init.kaiming_normal_(linear.weight, nonlinearity="relu")
    else:
        nn.init.xavier_uniform_(linear.weight)
    nn.init.zeros_(linear.bias)
    layers.append(linear)
    if i < len(sizes) - 2:
        layers.append(nn.ReLU() if args.hidden == "relu" else nn.Sigmoid())
    elif args.cost == "quadratic":
        layers.append(nn.Sigmoid())
model = nn.Sequential(*layers)

if args.cost == "quadratic":
    targets = torch.nn.functional.one_hot(labels, sizes[-1]).float()
    cost = lambda a, y: ((a - y) ** 2).sum() / len(a)
else:
    targets = labels
    cost = nn.CrossEntropyLoss()
optimizer = (torch.optim.SGD(model.parameters(), lr=args.eta) if args.optimizer == "sgd"
             else torch.optim.Adam(model.parameters(), lr=args.eta))


def accuracy():
    with torch.no_grad():
        return (model(test_x).argmax(1) == test_y).float().mean().item()


def step(x, y):
    optimizer.zero_grad(set_to_none=True)
    cost(model(x), y).backward()
    optimizer.step()


def step_by_hand(x, y):
    with torch.no_grad():
        a = [x]
        for linear in linears:
            a.append(torch.sigmoid(torch.addmm(linear.bias, a[-1], linear.weight.t())))
        delta = (a[-1] - y) * a[-1] * (1 - a[-1])
        rate = -2 * args.eta / len(x)
        for l in reversed(range(len(linears))):
            back = delta.mm(linears[l].weight) * a[l] * (1 - a[l]) if l > 0 else None
            linears[l].weight.addmm_(delta.t(), a[l], alpha=rate)
            linears[l].bias.add_(delta.sum(0), alpha=rate)
            delta = back


linears = [layer for layer in layers if isinstance(layer, nn.Linear)]
train = step_by_hand if args.by_hand else step
seconds = []
for epoch in range(args.epochs):
    started = time.perf_counter()
    order = torch.randperm(len(x))
    epoch_x, epoch_y = x[order], targets[order]
    for start in range(0, len(x), args.batch):
        train(epoch_x[start:start + args.batch], epoch_y[start:start + args.batch])
    seconds.append(time.perf_counter() - started)
    if args.until and accuracy() >= args.until:
        break
print(json.dumps({"seconds": sorted(seconds[1:] or seconds)[len(seconds[1:] or seconds) // 2], "accuracy": accuracy(), "epochs": len(seconds),
                  "version": torch.__version__}))
