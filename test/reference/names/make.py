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

CASES = {
    "mish-3x7": {"activation": "mish", "hidden_layers": [7, 7, 7]},
    "mish-large-z": {"activation": "mish", "hidden_layers": [6, 6], "gain": 10.0, "optimizer": {"name": "sgd", "learning_rate": 0.0001}},
    "mish-layer-normalization": {"activation": "mish", "normalization": "layer", "residual": True},
}


def main():
    torch.set_default_dtype(torch.float64)
    for seed, name in enumerate(CASES):
        training.make(name, 201 + seed, CASES[name], FOLDER)


if __name__ == "__main__":
    main()
