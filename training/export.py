"""
Writes the frozen network, and where train_head put fine-tuned ones beside it those too, as one TF.js graph, the card beside it,
and the frozen logits the parity test compares with.
Run: python3 -m training.export [--full]
"""
import argparse
import datetime
import hashlib
import json

import numpy as np
import torch

from .graph import Graph
from .network import TAPS, FrozenNet, PixelNet
from .paths import MODELS, ROOT, work

SIZE = 224
NAME = "pixels"


def unit(graph: Graph, x: str, part) -> str:
    pad = (0, 1, 0, 1) if part.kernel == 3 and part.stride == 2 else (1, 1, 1, 1) if part.kernel == 3 else (0, 0, 0, 0)
    weight, bias = part.weight.detach().numpy(), part.bias.detach().numpy()
    return graph.convolution(x, weight, bias, part.stride, pad, None if part.linear else "Relu6", part.depthwise)


def moments(graph: Graph, x: str, backbone) -> list[str]:
    """@returns nodes of mean and deviation at the four depths."""
    out = [unit(graph, x, backbone.stem)]
    for block in backbone.blocks:
        y = unit(graph, out[-1], block.expand) if block.expand else out[-1]
        y = unit(graph, unit(graph, y, block.depthwise), block.project)
        out.append(graph.node("AddV2", out[-1], y) if block.skip else y)
    parts = []
    for tap in TAPS:
        parts += [graph.mean(out[tap + 1]), graph.deviation(out[tap + 1])]
    return parts


def folded(net: PixelNet):
    """Weight and bias of the head with the normalisation before it taken in."""
    if isinstance(net.norm, torch.nn.Identity):
        return net.head.weight, net.head.bias
    scale = net.norm.weight / torch.sqrt(net.norm.running_var + net.norm.eps)
    return net.head.weight * scale, net.head.bias + net.head.weight @ (net.norm.bias - net.norm.running_mean * scale)


def halves(net):
    """Rounds every weight to float16, as stored; a lone number stays as it is."""
    if hasattr(net, "norm"):
        weight, bias = folded(net)
        net.head.weight.copy_(weight)
        net.head.bias.copy_(bias)
        net.norm = torch.nn.Identity()
    for value in net.parameters():
        if value.numel() > 1:
            value.copy_(value.half().float())


def frozen_crops(count=20):
    """
    Crops without a picture in them, the same in Python and TypeScript: three waves per colour plus integer noise from a
    linear congruential generator (Numerical Recipes), all in exact arithmetic.
    """
    crops, state = np.zeros((count, SIZE, SIZE, 3), np.uint8), 1
    for n in range(count):
        noise = np.zeros(SIZE * SIZE * 3, np.int64)
        for i in range(noise.size):
            state = (1664525 * state + 1013904223) % 2**32
            noise[i] = state >> 24
        y, x = np.mgrid[0:SIZE, 0:SIZE]
        for c in range(3):
            ramp = ((x * (n + 1 + c) + y * (3 + n % 5)) // 4 + 40 * c) % 256
            block = (((x // (8 + n)) + (y // (5 + n))) % 2) * (60 + 5 * n)
            value = (ramp * 2 + block + (noise.reshape(SIZE, SIZE, 3)[..., c] % (2 + 6 * n))) // 3
            crops[n, ..., c] = np.clip(value, 0, 255)
    return crops


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--full", action="store_true", help="store float32 weights")
    options.add_argument("--crops", type=int, default=12)
    options.add_argument("--longest", type=int, default=1600)
    options = options.parse_args()
    torch.set_num_threads(1)
    frozen, (lift, of_frozen, of_nets) = FrozenNet.load(work("frozen.pt"))
    nets = [PixelNet.load(work(f"network-{which}.pt")) for which in range(3)] if of_nets else []

    def together(crops):
        return lift + of_frozen * frozen(crops) + sum(of_nets / len(nets) * net(crops) for net in nets)

    graph = Graph(SIZE)

    def number(value):
        return graph.constant(np.array([value], np.float32))

    def scaled(x):
        return graph.node("Sub", graph.node("Mul", x, number(1 / 127.5)), number(1))

    native = scaled("x")
    with torch.no_grad():
        parts = moments(graph, native, frozen.backbone) + moments(graph, scaled(graph.halved("x")), frozen.backbone)
        y = graph.joined(parts)
        for layer in [frozen.head] if isinstance(frozen.head, torch.nn.Linear) else frozen.head:
            y = graph.node("Relu", y) if isinstance(layer, torch.nn.ReLU) else graph.dense(y, layer.weight.numpy(), layer.bias.numpy())
        y = graph.node("Mul", y, number(of_frozen))
        for net in nets:
            weight, bias = folded(net)
            logit = graph.dense(graph.joined(moments(graph, native, net.backbone)), weight.numpy(), bias.numpy())
            y = graph.node("AddV2", y, graph.node("Mul", logit, number(of_nets / len(nets))))
    y = graph.node("AddV2", y, number(lift))
    count = graph.save(y, MODELS / NAME, half=not options.full)

    # The reference runs with the weights as stored, so that the test measures the graph and not the rounding;
    # the rounding's own cost is printed here.
    crops = torch.from_numpy(frozen_crops()).permute(0, 3, 1, 2).float()
    with torch.no_grad():
        exact = together(crops)
        if not options.full:
            for net in [*nets, frozen]:
                halves(net)
        stored = together(crops)
    print("float16 storage moves logits by at most", float((exact - stored).abs().max()))

    digest = hashlib.sha256((MODELS / NAME / "weights.bin").read_bytes()).hexdigest()
    # How crops are chosen belongs to what a logit means, so it is part of the name the calibration is tied to.
    name = hashlib.sha256(f"{digest} {options.crops} {options.longest} textured-half".encode()).hexdigest()
    card = {"id": f"{NAME}-{datetime.date.today():%Y%m%d}-{name[:8]}", "size": SIZE, "crops": options.crops, "longest": options.longest, "weights": digest, "check": round(float(stored[0]), 6)}
    (MODELS / NAME / "card.json").write_text(json.dumps(card, indent=2) + "\n")
    target = ROOT / "tests/lib/runtime/classifier/frozen-logits.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({"model": card["id"], "logits": [round(float(v), 6) for v in stored]}, indent=2) + "\n")
    print(card["id"], f"{count} bytes of weights,", len(nets), "fine-tuned networks and a frozen one")


if __name__ == "__main__":
    main()
