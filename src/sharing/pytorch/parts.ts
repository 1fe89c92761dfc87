/** Parts of the scripts that are the same in all of them. */

export const LOAD = `def load(path):
    """The tensors of a .safetensors file: the length of its JSON header, the header, the numbers."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    numbers = bytearray(data[8 + length :])
    types = {"F32": torch.float32, "F64": torch.float64, "I64": torch.int64}
    tensors = {}
    for name, entry in json.loads(data[8 : 8 + length]).items():
        start, end = entry["data_offsets"]
        flat = torch.frombuffer(numbers[start:end], dtype=types[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"]).clone()
    return tensors`

export const RESIDUAL = `class Residual(nn.Sequential):
    """Adds its input to its output."""

    def forward(self, a):
        return super().forward(a) + a`

export const LION = `class Lion(torch.optim.Optimizer):
    """Steps by the sign of a running mean of gradients (Chen et al. 2023)."""

    def __init__(self, params, lr, betas, weight_decay):
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                mean = self.state[p].setdefault("mean", torch.zeros_like(p))
                first, second = group["betas"]
                direction = (first * mean + (1 - first) * p.grad).sign()
                p -= group["lr"] * (direction + group["weight_decay"] * p)
                mean.mul_(second).add_(p.grad, alpha=1 - second)`

export const FIRST_STEP = `def first_step():
    """Loss and layers of the first mini-batch before any update: the column "init" of the notebook's heatmap."""
    state = {name: tensor.clone() for name, tensor in net.state_dict().items()}
    seen, hooks = {}, []

    def watch(module, _, output):
        if output.requires_grad:
            output.retain_grad()
        seen[module] = output

    linears = [module for module in net.modules() if isinstance(module, nn.Linear)]
    ends = [net[i] for i in ENDS]
    for module in {*linears, *ends}:
        hooks.append(module.register_forward_hook(watch))
    rows = first_order[:BATCH_SIZE]
    net.train()
    loss = loss_of(net(inputs[rows]), targets[rows])
    net.zero_grad()
    loss.backward()
    for hook in hooks:
        hook.remove()
    rms = lambda tensor: tensor.square().mean().sqrt().item()
    print(f"loss {loss.item():.9g}")
    print("layer", *COLUMNS, sep="\\t")
    for name, linear, end in zip(LAYERS, linears, ends):
        # Squares of small numbers are 0 in float32, and of large ones infinite: sums are made in float64.
        a, delta, weight, bias = (
            tensor.detach().double() for tensor in (seen[end], seen[linear].grad, linear.weight.grad, linear.bias.grad)
        )
        numbers = [
            weight.norm().item(),
            weight.abs().mean().item(),
            weight.abs().max().item(),
            bias.norm().item(),
            len(rows) * rms(delta),
            a.mean().item(),
            a.std(unbiased=False).item(),
            linear.weight.detach().double().norm().item(),
        ]
        print(name, *(f"{number:.9g}" for number in numbers), sep="\\t")
    net.load_state_dict(state)


COLUMNS = [
    "weight_gradient_l2",
    "weight_gradient_mean_abs",
    "weight_gradient_max_abs",
    "bias_gradient_l2",
    "delta_rms",
    "activation_mean",
    "activation_std",
    "weight_l2",
]`

/** The main part: `{step}` are the lines between backward and the optimizer's step. */
export const TRAIN = `def train():
    for epoch in range(1, EPOCHS + 1):
        net.train()
        order = first_order if epoch == 1 or not SHUFFLE else torch.randperm(len(inputs))
        losses = []
        for rows in order.split(BATCH_SIZE):
            loss = loss_of(net(inputs[rows]), targets[rows])
            optimizer.zero_grad()
            loss.backward(){clipping}
            optimizer.step()
            losses.append(loss.item())
        print(f"epoch {epoch}: loss {sum(losses) / len(losses):.6g}{test}")`
