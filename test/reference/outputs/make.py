"""Writes one JSON file beside this one for each activation of the output layer before each loss, in float64.

Run with Debian's python3-torch: python3 test/reference/outputs/make.py
The form and the training are those of ../normalization, with `output_activation` and, where accuracy is measured, `indicators`.
"""

import pathlib
import sys

import torch
from torch.nn import functional

FOLDER = pathlib.Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "normalization"))
import make as training  # noqa: E402

OUTPUT_ACTIVATIONS = {
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "softmax": lambda z: torch.softmax(z, dim=1),
    "tanh": torch.tanh,
    "relu": torch.relu,
}
LOSSES = {
    "mse": functional.mse_loss,
    "half_mse": lambda outputs, targets: 0.5 * functional.mse_loss(outputs, targets),
    "mae": functional.l1_loss,
    "binary_crossentropy": functional.binary_cross_entropy_with_logits,
    "categorical_crossentropy": functional.cross_entropy,
}


class Net(training.Net):
    """The last activations are what the loss works on; the last z is what enters the output layer's function."""

    def __init__(self, widths, case):
        super().__init__(widths, case)
        self.output = OUTPUT_ACTIVATIONS[case["output_activation"]]

    def forward(self, x):
        self.a = []
        outputs = self.output(super().forward(x))
        self.a[-1] = outputs
        return outputs


training.Net = Net
training.loss_of = lambda name, outputs, targets: LOSSES[name](outputs, targets)


def targets_of(case, count):
    if case["loss"] == "categorical_crossentropy":
        return torch.randint(3, (count,))
    if case["loss"] == "binary_crossentropy":
        return torch.randint(2, (count, 3)).double()
    if case["indicators"]:
        return functional.one_hot(torch.randint(3, (count,)), 3).double()
    return torch.randn(count, 3)


def accuracy_of(case, outputs, targets):
    """The fraction that is right; null for a regression."""
    if case["loss"] == "categorical_crossentropy":
        return (outputs.argmax(1) == targets).double().mean().item()
    if case["loss"] == "binary_crossentropy":
        middle = 0.5 if case["output_activation"] in ("sigmoid", "softmax") else 0
        return ((outputs > middle) == (targets > 0.5)).double().mean().item()
    return (outputs.argmax(1) == targets.argmax(1)).double().mean().item() if case["indicators"] else None


def make(name, seed, own):
    case = {"name": name, "seed": seed, **training.DEFAULTS, "activation": "tanh", "hidden_layers": [6, 5], "indicators": False, **own}
    torch.manual_seed(seed)
    samples, gain = case.pop("samples"), case.pop("gain")
    net = Net([4, *case["hidden_layers"], 3], case)
    training.initialize(net, gain)
    inputs, fresh = torch.randn(samples, 4), torch.randn(6, 4)
    targets = targets_of(case, samples)
    case.update(inputs=inputs.tolist(), targets=targets.tolist(), **training.parameters_of(net))
    case["expect"] = training.train(net, case, inputs, targets)
    case.update(training.parameters_of(net, "final_"))
    with torch.no_grad():
        case.update(test_inputs=fresh.tolist(), predictions=net(fresh).tolist())
        case["final_accuracy"] = accuracy_of(case, net(inputs), targets)
    (FOLDER / f"{name}.json").write_text(training.json.dumps(case) + "\n")


CASES = {f"{loss}-{output}": {"loss": loss, "output_activation": output} for loss in LOSSES for output in OUTPUT_ACTIVATIONS}
CASES |= {
    f"classes-{loss}-{output}": {"loss": loss, "output_activation": output, "indicators": True}
    for loss, output in [("mse", "softmax"), ("half_mse", "sigmoid"), ("mae", "linear"), ("mse", "relu")]
}
CASES |= {
    "mae-clipnorm": {"loss": "mae", "output_activation": "tanh", "clipnorm": 0.2},
    "mse-sigmoid-large-z": {"loss": "mse", "output_activation": "sigmoid", "gain": 8.0, "hidden_layers": [9, 17]},
    "half_mse-several-chunks": {"loss": "half_mse", "output_activation": "softmax", "samples": 150, "batch_size": 100},
}


def main():
    torch.set_default_dtype(torch.float64)
    for seed, name in enumerate(CASES):
        make(name, 401 + seed, CASES[name])


if __name__ == "__main__":
    main()
