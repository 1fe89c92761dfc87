"""Writes one JSON file beside this one for each activation and optimizer that came later, in float64.

Run with Debian's python3-torch: python3 test/reference/names/make.py
The form and the training are those of ../normalization.
"""

import pathlib
import sys

import torch
from torch.nn import functional

FOLDER = pathlib.Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "normalization"))
import make as training  # noqa: E402

training.ACTIVATIONS["mish"] = functional.mish


class Lion(torch.optim.Optimizer):
    """Algorithm 2 of Chen et al. 2023 (https://arxiv.org/abs/2302.06675); torch.optim has no Lion."""

    def __init__(self, parameters, lr, beta_1=0.9, beta_2=0.99, weight_decay=0.0):
        super().__init__(parameters, {"lr": lr, "beta_1": beta_1, "beta_2": beta_2, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for parameter in group["params"]:
                mean = self.state[parameter].setdefault("mean", torch.zeros_like(parameter))
                direction = torch.sign(group["beta_1"] * mean + (1 - group["beta_1"]) * parameter.grad)
                parameter -= group["lr"] * (direction + group["weight_decay"] * parameter)
                mean.mul_(group["beta_2"]).add_((1 - group["beta_2"]) * parameter.grad)


training.OPTIMIZERS["lion"] = Lion
LION = {"name": "lion", "learning_rate": 0.01, "beta_1": 0.9, "beta_2": 0.99}

CASES = {
    "mish-3x7": {"activation": "mish", "hidden_layers": [7, 7, 7]},
    "mish-large-z": {"activation": "mish", "hidden_layers": [6, 6], "gain": 10.0, "optimizer": {"name": "sgd", "learning_rate": 0.0001}},
    "mish-layer-normalization": {"activation": "mish", "normalization": "layer", "residual": True},
    "lion": {"activation": "tanh", "optimizer": LION},
    "lion-weight-decay": {"activation": "mish", "optimizer": {**LION, "weight_decay": 0.3, "beta_1": 0.7}},
    "lion-clipnorm": {"normalization": "layer", "activation": "relu", "optimizer": LION, "clipnorm": 0.5},
}


def main():
    torch.set_default_dtype(torch.float64)
    for seed, name in enumerate(CASES):
        training.make(name, 201 + seed, CASES[name], FOLDER)


if __name__ == "__main__":
    main()
