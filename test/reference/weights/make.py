"""Writes the safetensors files, expected.json and normalized.json beside this file.

Run with Debian's python3-torch: python3 test/reference/weights/make.py
The safetensors form (https://github.com/huggingface/safetensors) is written here, as Debian has no package of it.
"""

import json
import pathlib
import struct

import torch
from torch import nn

FOLDER = pathlib.Path(__file__).parent
TYPES = {torch.float32: "F32", torch.float64: "F64", torch.int64: "I64"}


def save_file(tensors, path):
    """As safetensors.torch.save_file: header length, JSON header filled up with spaces, then the numbers, counts first."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in sorted(tensors.items(), key=lambda item: item[1].dtype != torch.int64):
        numbers = tensor.detach().contiguous().numpy().tobytes()
        offsets = [len(data), len(data) + len(numbers)]
        header[name] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": offsets}
        data += numbers
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def normalized():
    """Nets with normalization, batch normalization after two mini-batches, with their logits in eval mode."""
    torch.manual_seed(2)
    inputs = torch.randn(7, 3, dtype=torch.float64)
    expected = {"inputs": inputs.tolist()}
    for name, norm in [("batch", nn.BatchNorm1d), ("layer", nn.LayerNorm)]:
        net = nn.Sequential(nn.Linear(3, 5), norm(5), nn.Tanh(), nn.Linear(5, 4), norm(4), nn.ReLU(), nn.Linear(4, 2))
        net = net.double()
        for parameter in net.parameters():
            parameter.data += 0.1 * torch.randn_like(parameter)
        net(torch.randn(9, 3, dtype=torch.float64)), net(torch.randn(9, 3, dtype=torch.float64))
        save_file(net.state_dict(), FOLDER / f"{name}.safetensors")
        expected[name] = net.eval()(inputs).tolist()
    (FOLDER / "normalized.json").write_text(json.dumps(expected) + "\n")


def main():
    torch.manual_seed(1)
    net = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 4), nn.ReLU(), nn.Linear(4, 2))
    inputs = torch.randn(7, 3, dtype=torch.float64)
    expected = {"inputs": inputs.tolist()}
    for name, kind in [("f32", torch.float32), ("f64", torch.float64)]:
        net = net.to(kind)
        if kind == torch.float64:
            for parameter in net.parameters():
                parameter.data += 1e-10 * torch.randn_like(parameter)
        save_file(net.state_dict(), FOLDER / f"sequential-{name}.safetensors")
        # The logits in float64 arithmetic from the parameters as they were saved.
        parameters = {key: value.double() for key, value in net.state_dict().items()}
        double = nn.Sequential(*net)
        double = double.double()
        double.load_state_dict(parameters)
        expected[name] = {
            "logits": double(inputs).tolist(),
            "parameters": {key: value.flatten().tolist() for key, value in parameters.items()},
        }
        net = double
    (FOLDER / "expected.json").write_text(json.dumps(expected) + "\n")
    normalized()


main()
