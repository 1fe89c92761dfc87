#!/usr/bin/python3
"""Microseconds per training step of an MLP in PyTorch on the CPU, with every layer's weight-gradient norm recorded each step.

Reads lines "WORKLOAD THREADS" and answers each with one JSON line; a workload is DEPTHxUNITS,BATCH[,ACTIVATION], for example
20x16,32,tanh. So the bench can take turns with it. Needs Debian's python3-torch and libopenblas0-pthread, or any other PyTorch.
"""
import json, sys, time
import torch

ACTIVATION = {'tanh': torch.nn.Tanh, 'relu': torch.nn.ReLU, 'sigmoid': torch.nn.Sigmoid}
BLOCK_SECONDS = 0.3


def step_function(depth, units, batch, activation):
    torch.manual_seed(0)
    dims = [2] + [units] * depth + [2]
    linear = [torch.nn.Linear(a, b) for a, b in zip(dims, dims[1:])]
    for layer in linear:  # xavier as in a cell: N(0, 1/fan_in)
        torch.nn.init.normal_(layer.weight, 0, layer.in_features ** -0.5)
        torch.nn.init.zeros_(layer.bias)
    layers = []
    for layer in linear:
        layers += [layer, ACTIVATION[activation]()]
    model = torch.nn.Sequential(*layers[:-1])
    sgd = torch.optim.SGD(model.parameters(), lr=0.01)
    loss_of = torch.nn.CrossEntropyLoss()
    x, y = torch.randn(batch, 2), torch.randint(0, 2, (batch,))
    total = torch.zeros(len(linear))

    def step():
        sgd.zero_grad(set_to_none=True)
        loss_of(model(x), y).backward()
        total.add_(torch.stack([layer.weight.grad.norm() for layer in linear]))
        sgd.step()

    return step


def microseconds(step):
    for _ in range(5):
        step()
    start, steps = time.perf_counter(), 0
    while steps < 3 or time.perf_counter() - start < BLOCK_SECONDS:
        step()
        steps += 1
    return (time.perf_counter() - start) / steps * 1e6


print(json.dumps({'peer': f'PyTorch {torch.__version__}'}), flush=True)
steps = {}
for line in sys.stdin:
    workload, threads = line.split()
    shape, batch, *activation = workload.split(',')
    depth, units = map(int, shape.split('x'))
    if workload not in steps:
        steps[workload] = step_function(depth, units, int(batch), (activation or ['tanh'])[0])
    torch.set_num_threads(int(threads))
    print(json.dumps({'microseconds': microseconds(steps[workload])}), flush=True)
