"""Writes optimizers.json: small runs of every optimizer, schedule and penalty, by PyTorch in double.

Needs PyTorch, which shares no code with Nabla. Run it in this folder: python3 optimizers.py
The mini-batch is the whole data, so that no order of examples matters; network and data are those of golden.py.
"""
import json
import torch

SIZES, EXAMPLES, STEPS = [6, 5, 4], 12, 8


def make_layers():
    layers = []
    for l in range(2):
        inputs, outputs = SIZES[l], SIZES[l + 1]
        w = [[((j * 13 + k * 7 + l * 5) % 23 - 11) / 16 for k in range(inputs)] for j in range(outputs)]
        b = [((j * 3 + l) % 7 - 3) / 8 for j in range(outputs)]
        layers.append((torch.tensor(w, dtype=torch.float64, requires_grad=True), torch.tensor(b, dtype=torch.float64, requires_grad=True)))
    return layers


def make_data():
    x = [[v if (v := (i * 37 + k * 11 + i * k) % 17 / 16) >= 0.25 else 0 for k in range(SIZES[0])] for i in range(EXAMPLES)]
    labels = [(i * 5 + 2) % SIZES[-1] for i in range(EXAMPLES)]
    return torch.tensor(x, dtype=torch.float64), torch.tensor(labels)


def run(optimizer, schedule=None, l1=0.0, l2=0.0, clip=None, class_weights=None):
    layers = make_layers()
    x, labels = make_data()
    weights, biases = [w for w, _ in layers], [b for _, b in layers]
    opt = optimizer(weights, biases)
    plan = schedule(opt) if schedule else None
    for _ in range(STEPS):
        opt.zero_grad()
        a = torch.tanh(x @ layers[0][0].T + layers[0][1])
        z = a @ layers[1][0].T + layers[1][1]
        each = torch.nn.functional.cross_entropy(z, labels, reduction="none")
        if class_weights:
            each = each * torch.tensor(class_weights, dtype=torch.float64)[labels]
        cost = each.mean() + l2 / (2 * EXAMPLES) * sum((w**2).sum() for w in weights) + l1 / EXAMPLES * sum(w.abs().sum() for w in weights)
        cost.backward()
        if clip:
            torch.nn.utils.clip_grad_norm_(weights + biases, clip)
        opt.step()
        if plan:
            plan.step()
    return [float(v) for w, b in layers for v in [*w.detach().flatten(), *b.detach()]]


def both(make):
    return lambda weights, biases: make([{"params": weights}, {"params": biases}])


sgd = both(lambda p: torch.optim.SGD(p, lr=0.5))
adam = both(lambda p: torch.optim.Adam(p, lr=0.05))
sched = torch.optim.lr_scheduler
runs = {
    "sgd": run(sgd),
    "sgd l1": run(sgd, l1=0.3),
    "sgd l1 l2": run(sgd, l1=0.1, l2=0.4),
    "sgd clipped": run(sgd, clip=0.2),
    "sgd class weights": run(sgd, class_weights=[1, 2.5, 0.5, 1]),
    "momentum": run(both(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.8))),
    "nesterov": run(both(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True))),
    "rmsprop": run(both(lambda p: torch.optim.RMSprop(p, lr=0.02, alpha=0.95, eps=1e-7))),
    "adam": run(adam),
    "adam l2": run(adam, l2=0.4),
    "adam betas": run(both(lambda p: torch.optim.Adam(p, lr=0.05, betas=(0.8, 0.99), eps=1e-4))),
    "adamw": run(lambda w, b: torch.optim.AdamW([{"params": w, "weight_decay": 0.1}, {"params": b, "weight_decay": 0.0}], lr=0.05)),
    "adam clipped": run(adam, clip=0.1),
    "sgd cosine": run(sgd, schedule=lambda o: sched.CosineAnnealingLR(o, T_max=STEPS, eta_min=0.05)),
    "sgd step": run(sgd, schedule=lambda o: sched.StepLR(o, step_size=3, gamma=0.3)),
    "sgd one-cycle": run(sgd, schedule=lambda o: sched.OneCycleLR(o, max_lr=0.5, total_steps=STEPS, cycle_momentum=False)),
    "sgd warm-up": run(sgd, schedule=lambda o: sched.LambdaLR(o, lambda s: min(1, (s + 1) / 4))),
}
with open("optimizers.json", "w") as file:
    json.dump(runs, file)
