"""Writes one JSON file beside this one for each case of normalized and residual nets, in float64.

Run with Debian's python3-torch: python3 test/reference/normalization/make.py
The form is that of ../gradients with a few more keys; ../README.md tells it.
"""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional

FOLDER = pathlib.Path(__file__).parent
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "sigmoid": torch.sigmoid, "gelu": functional.gelu}
OPTIMIZERS = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}
NORMS = {"batch": nn.BatchNorm1d, "layer": nn.LayerNorm}
SGD = {"name": "sgd", "learning_rate": 0.1}
SLOW = {"name": "sgd", "learning_rate": 0.01}  # deep nets learn chaotically: rounding errors grow with every step
MOMENTUM = {"name": "sgd", "learning_rate": 0.05, "momentum": 0.9, "weight_decay": 0.05}
ADAM = {"name": "adam", "learning_rate": 0.01, "weight_decay": 0.1}
ADAMW = {"name": "adamw", "learning_rate": 0.01, "weight_decay": 0.2}

CASES = {
    "batch-relu": {"normalization": "batch", "activation": "relu"},
    "batch-tanh": {"normalization": "batch", "activation": "tanh"},
    "layer-relu": {"normalization": "layer", "activation": "relu"},
    "layer-tanh": {"normalization": "layer", "activation": "tanh"},
    "layer-gelu": {"normalization": "layer", "activation": "gelu", "hidden_layers": [3, 17, 9]},
    "batch-deep-relu": {"normalization": "batch", "activation": "relu", "hidden_layers": [8] * 12, "optimizer": SLOW},
    "layer-deep-tanh": {"normalization": "layer", "activation": "tanh", "hidden_layers": [8] * 12, "optimizer": SLOW},
    "layer-deep-sigmoid": {"normalization": "layer", "activation": "sigmoid", "hidden_layers": [7] * 25},
    "batch-last-partial": {"normalization": "batch", "activation": "tanh", "samples": 37, "batch_size": 8},
    "batch-several-chunks": {"normalization": "batch", "activation": "relu", "samples": 150, "batch_size": 100},
    "layer-several-chunks": {"normalization": "layer", "activation": "tanh", "samples": 150, "batch_size": 100},
    "batch-large-weights": {"normalization": "batch", "activation": "tanh", "gain": 1000.0},
    "layer-small-weights": {"normalization": "layer", "activation": "tanh", "gain": 0.001},
    "batch-mse": {"normalization": "batch", "activation": "tanh", "loss": "mse"},
    "residual-tanh": {"residual": True, "activation": "tanh", "hidden_layers": [4, 4, 4]},
    "residual-unequal": {"residual": True, "activation": "relu", "hidden_layers": [4, 6, 6, 5, 5, 6]},
    "residual-deep": {"residual": True, "activation": "relu", "hidden_layers": [6] * 20, "gain": 0.3},
    "residual-vanishing": {"residual": True, "activation": "sigmoid", "hidden_layers": [6] * 20, "gain": 0.001},
    "residual-batch": {"normalization": "batch", "residual": True, "activation": "relu"},
    "residual-layer": {"normalization": "layer", "residual": True, "activation": "relu"},
    "residual-layer-deep": {"normalization": "layer", "residual": True, "activation": "tanh", "hidden_layers": [6] * 12, "optimizer": SLOW},
    "batch-momentum-decay": {"normalization": "batch", "activation": "tanh", "optimizer": MOMENTUM},
    "layer-momentum-decay": {"normalization": "layer", "activation": "relu", "optimizer": MOMENTUM},
    "batch-adam": {"normalization": "batch", "activation": "relu", "optimizer": ADAM},
    "layer-adam": {"normalization": "layer", "activation": "tanh", "optimizer": ADAM},
    "layer-adamw": {"normalization": "layer", "residual": True, "activation": "tanh", "optimizer": ADAMW},
    "batch-clipnorm": {"normalization": "batch", "activation": "relu", "clipnorm": 0.5},
    "layer-clipnorm": {"normalization": "layer", "residual": True, "activation": "relu", "clipnorm": 0.5},
}

DEFAULTS = {
    "hidden_layers": [4, 8, 8, 6],
    "normalization": "none",
    "residual": False,
    "loss": "categorical_crossentropy",
    "optimizer": SGD,
    "epochs": 3,
    "clipnorm": None,
    "samples": 48,
    "batch_size": 16,
    "gain": 1.0,
}


class Net(nn.Module):
    def __init__(self, widths, case):
        super().__init__()
        self.residual = case["residual"]
        self.act = ACTIVATIONS[case["activation"]]
        self.dense = nn.ModuleList(nn.Linear(a, b) for a, b in zip(widths, widths[1:]))
        norm = NORMS.get(case["normalization"])
        self.norm = nn.ModuleList(norm(units) for units in widths[1:-1]) if norm else None

    def forward(self, x):
        """The logits; keeps z (before normalization) and a of every layer."""
        self.z, self.a = [], []
        for i, dense in enumerate(self.dense):
            z = dense(x)
            z.retain_grad() if z.requires_grad else None
            hidden = i < len(self.dense) - 1
            a = self.act(self.norm[i](z) if self.norm else z) if hidden else z
            x = a + x if hidden and self.residual and a.shape == x.shape else a
            self.z.append(z)
            self.a.append(x)
        return x


def loss_of(name, logits, targets):
    return functional.mse_loss(logits, targets) if name == "mse" else functional.cross_entropy(logits, targets)


def optimizer_of(spec, parameters):
    name, rate = spec["name"], spec["learning_rate"]
    rest = {key: value for key, value in spec.items() if key not in ("name", "learning_rate")}
    return OPTIMIZERS[name](parameters, lr=rate, **rest)


def measure(net, count):
    """What is recorded of a step between backward and update, [layer] each."""
    weights = [dense.weight for dense in net.dense]
    return {
        "weight_gradient_l2": [w.grad.norm().item() for w in weights],
        "weight_gradient_mean_abs": [w.grad.abs().mean().item() for w in weights],
        "weight_gradient_max_abs": [w.grad.abs().max().item() for w in weights],
        "bias_gradient_l2": [dense.bias.grad.norm().item() for dense in net.dense],
        "delta_rms": [(count * z.grad).square().mean().sqrt().item() for z in net.z],
        "activation_mean": [a.mean().item() for a in net.a],
        "activation_std": [a.std(unbiased=False).item() for a in net.a],
        "weight_l2": [w.norm().item() for w in weights],
    }


def step(net, optimizer, case, inputs, targets):
    optimizer.zero_grad()
    loss = loss_of(case["loss"], net(inputs), targets)
    loss.backward()
    found = {"loss": loss.item(), **measure(net, len(inputs))}
    if case["clipnorm"] is not None:
        torch.nn.utils.clip_grad_norm_(net.parameters(), case["clipnorm"])
    before = [dense.weight.detach().clone() for dense in net.dense]
    optimizer.step()
    found["update_l2"] = [(dense.weight.detach() - w).norm().item() for dense, w in zip(net.dense, before)]
    return found


def mean(rows):
    if not isinstance(rows[0], list):
        return sum(rows) / len(rows)
    return [sum(column) / len(rows) for column in zip(*rows)]


def parameters_of(net, prefix=""):
    norms = net.norm or []
    return {
        f"{prefix}weights": [dense.weight.tolist() for dense in net.dense],
        f"{prefix}biases": [dense.bias.tolist() for dense in net.dense],
        f"{prefix}scales": [norm.weight.tolist() for norm in norms],
        f"{prefix}shifts": [norm.bias.tolist() for norm in norms],
    }


def initialize(net, gain):
    with torch.no_grad():
        for dense in net.dense:
            size = gain if dense is not net.dense[-1] else 1
            dense.weight.normal_(0, size / dense.in_features**0.5)
            dense.bias.normal_(0, 0.1 * size)
        for norm in net.norm or []:
            norm.weight.normal_(1, 0.2)
            norm.bias.normal_(0, 0.2)


def train(net, case, inputs, targets):
    optimizer = optimizer_of(case["optimizer"], net.parameters())
    epochs = []
    for _ in range(case["epochs"]):
        starts = range(0, len(inputs), case["batch_size"])
        ends = [start + case["batch_size"] for start in starts]
        steps = [step(net, optimizer, case, inputs[a:b], targets[a:b]) for a, b in zip(starts, ends)]
        epochs.append({key: mean([found[key] for found in steps]) for key in steps[0]})
    return {key: [epoch[key] for epoch in epochs] for key in epochs[0]}


def make(name, seed, own, folder=FOLDER):
    """Writes the case of this name; `own` says how it differs from the defaults."""
    case = {"name": name, "seed": seed, **DEFAULTS, **own}
    torch.manual_seed(seed)
    samples, gain = case.pop("samples"), case.pop("gain")
    net = Net([4, *case["hidden_layers"], 3], case)
    initialize(net, gain)
    inputs, fresh = torch.randn(samples, 4), torch.randn(6, 4)
    targets = torch.randn(samples, 3) if case["loss"] == "mse" else torch.randint(3, (samples,))
    case.update(inputs=inputs.tolist(), targets=targets.tolist(), **parameters_of(net))
    case["expect"] = train(net, case, inputs, targets)
    case.update(parameters_of(net, "final_"))
    with torch.no_grad():
        case.update(test_inputs=fresh.tolist(), predictions=net.eval()(fresh).tolist())
    if case["normalization"] == "batch":
        case["running_means"] = [norm.running_mean.tolist() for norm in net.norm]
        case["running_variances"] = [norm.running_var.tolist() for norm in net.norm]
    (folder / f"{name}.json").write_text(json.dumps(case) + "\n")


def main():
    torch.set_default_dtype(torch.float64)
    for seed, name in enumerate(CASES):
        make(name, seed + 1, CASES[name])


if __name__ == "__main__":
    main()
