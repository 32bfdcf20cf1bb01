"""
Writes the trained networks as one TF.js graph (their mean logit), the card beside it, and the frozen logits the parity
test compares with.
Run: python3 -m training.export --networks 0 1 2 [--full]
"""
import argparse
import datetime
import hashlib
import json

import numpy as np
import torch

from .graph import Graph
from .network import TAPS, PixelNet
from .paths import MODELS, ROOT, work

SIZE = 160
NAME = "pixels"


def unit(graph: Graph, x: str, part) -> str:
    pad = (0, 1, 0, 1) if part.kernel == 3 and part.stride == 2 else (1, 1, 1, 1) if part.kernel == 3 else (0, 0, 0, 0)
    weight, bias = part.weight.detach().numpy(), part.bias.detach().numpy()
    return graph.convolution(x, weight, bias, part.stride, pad, None if part.linear else "Relu6", part.depthwise)


def network(graph: Graph, x: str, net: PixelNet) -> str:
    """@returns the node of the (n, 1) logit."""
    out = [unit(graph, x, net.backbone.stem)]
    for block in net.backbone.blocks:
        y = unit(graph, out[-1], block.expand) if block.expand else out[-1]
        y = unit(graph, unit(graph, y, block.depthwise), block.project)
        out.append(graph.node("AddV2", out[-1], y) if block.skip else y)
    parts = []
    for tap in TAPS:
        parts += [graph.mean(out[tap + 1]), graph.deviation(out[tap + 1])]
    scale = net.norm.weight / torch.sqrt(net.norm.running_var + net.norm.eps)
    shift = net.norm.bias - net.norm.running_mean * scale
    weight = net.head.weight * scale
    bias = net.head.bias + net.head.weight @ shift
    return graph.dense(graph.joined(parts), weight.detach().numpy(), bias.detach().numpy())


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
    options.add_argument("--networks", nargs="+", default=["0", "1", "2"])
    options.add_argument("--full", action="store_true", help="store float32 weights")
    options.add_argument("--crops", type=int, default=12)
    options.add_argument("--longest", type=int, default=1600)
    options = options.parse_args()
    torch.set_num_threads(1)
    nets = []
    for which in options.networks:
        net = PixelNet()
        net.load_state_dict(torch.load(work(f"network-{which}.pt")))
        nets.append(net.eval())

    graph = Graph(SIZE)
    scaled = graph.node("Sub", graph.node("Mul", "x", graph.constant(np.float32(1 / 127.5))), graph.constant(np.float32(1)))
    logits = [network(graph, scaled, net) for net in nets]
    total = logits[0]
    for other in logits[1:]:
        total = graph.node("AddV2", total, other)
    y = graph.node("Mul", total, graph.constant(np.float32(1 / len(logits))))
    count = graph.save(y, MODELS / NAME, half=not options.full)

    digest = hashlib.sha256((MODELS / NAME / "weights.bin").read_bytes()).hexdigest()
    # How crops are chosen belongs to what a logit means, so it is part of the name the calibration is tied to.
    name = hashlib.sha256(f"{digest} {options.crops} {options.longest} textured-half".encode()).hexdigest()
    card = {"id": f"{NAME}-{datetime.date.today():%Y%m%d}-{name[:8]}", "size": SIZE, "crops": options.crops, "longest": options.longest, "weights": digest}
    (MODELS / NAME / "card.json").write_text(json.dumps(card, indent=2) + "\n")

    # The reference runs with the weights as stored, so that the test measures the graph and not the rounding;
    # the rounding's own cost is printed here.
    crops = torch.from_numpy(frozen_crops()).permute(0, 3, 1, 2).float()
    with torch.no_grad():
        exact = torch.stack([net(crops) for net in nets]).mean(0)
        if not options.full:
            for net in nets:
                for part in [m for m in net.modules() if hasattr(m, "weight") and m is not net.norm and m is not net.head]:
                    part.weight.copy_(part.weight.half().float())
                    part.bias.copy_(part.bias.half().float())
                scale = net.norm.weight / torch.sqrt(net.norm.running_var + net.norm.eps)
                bias = net.head.bias + net.head.weight @ (net.norm.bias - net.norm.running_mean * scale)
                weight = (net.head.weight * scale).half().float()
                net.norm = torch.nn.Identity()
                net.head.weight.copy_(weight)
                net.head.bias.copy_(bias)
        stored = torch.stack([net(crops) for net in nets]).mean(0)
    print("float16 storage moves logits by at most", float((exact - stored).abs().max()))
    target = ROOT / "tests/lib/runtime/classifier/frozen-logits.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({"model": card["id"], "logits": [round(float(v), 6) for v in stored]}, indent=2) + "\n")
    print(card["id"], f"{count} bytes of weights,", len(nets), "networks")


if __name__ == "__main__":
    main()
