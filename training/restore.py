"""
Reads the networks back from the shipped model, so that scoring and calibration can be repeated without a new training.
Writes network-<k>.pt (normalisation folded into the head) and frozen.pt under the working folder.
Run: python3 -m training.restore
"""
import json

import numpy as np
import torch

from .network import FrozenNet, PixelNet
from .paths import MODELS, work

FOLDER = MODELS / "pixels"


def stored():
    """@returns nodes of the graph, and its arrays by name in float32."""
    model, data, at, arrays = json.loads((FOLDER / "model.json").read_text()), (FOLDER / "weights.bin").read_bytes(), 0, {}
    for spec in model["weightsManifest"][0]["weights"]:
        kind = np.dtype(spec.get("quantization", spec)["dtype"])
        count = int(np.prod(spec["shape"]))
        arrays[spec["name"]] = np.frombuffer(data, kind, count, at).reshape(spec["shape"]).astype(np.float32)
        at += count * kind.itemsize
    return model["modelTopology"]["node"], arrays


def units(backbone):
    """In the order in which export.py writes them."""
    return [backbone.stem] + [part for block in backbone.blocks for part in (block.expand, block.depthwise, block.project) if part]


def fill(backbone, convolutions, arrays):
    for part in units(backbone):
        _, w, b = next(convolutions)["input"]
        part.weight.copy_(torch.from_numpy(arrays[w].transpose((2, 3, 0, 1) if part.depthwise else (3, 2, 0, 1)).copy()))
        part.bias.copy_(torch.from_numpy(arrays[b]))


@torch.no_grad()
def main():
    nodes, arrays = stored()
    convolutions = iter([n for n in nodes if n["op"] in ("_FusedConv2D", "FusedDepthwiseConv2dNative")])
    dense = iter([(arrays[m["input"][1]].T.copy(), arrays[b["input"][1]]) for m in nodes if m["op"] == "MatMul" for b in nodes if b["op"] == "BiasAdd" and b["input"][0] == m["name"]])
    # The graph begins with the frozen network: its layers, its share; then each fine-tuned one and its share; then the lift.
    shares = [float(arrays[n["input"][1]]) for n in nodes if n["op"] == "Mul" and n["input"][0] != "x" and n["input"][1] in arrays][1:]
    hidden = next(iter(arrays[n["input"][1]].shape[1] for n in nodes if n["op"] == "MatMul"))
    frozen = FrozenNet(0 if hidden == 1 else hidden)
    fill(frozen.backbone, convolutions, arrays)
    for _ in units(frozen.backbone):  # the pass at half scale
        next(convolutions)
    layers = [frozen.head] if hidden == 1 else [frozen.head[0], frozen.head[2]]
    nets = [PixelNet() for _ in shares[1:]]
    for net in nets:
        fill(net.backbone, convolutions, arrays)
        net.norm = torch.nn.Identity()
    for layer, (weight, bias) in zip(layers + [net.head for net in nets], dense):
        layer.weight.copy_(torch.from_numpy(weight))
        layer.bias.copy_(torch.from_numpy(bias))
    for k, net in enumerate(nets):
        torch.save(net.state_dict(), work(f"network-{k}.pt"))
    lift = float(arrays[[n for n in nodes if n["op"] != "Const"][-1]["input"][1]])
    mix = np.array([lift, shares[0], sum(shares[1:])])
    torch.save({"net": frozen.state_dict(), "mix": mix}, work("frozen.pt"))
    print("a frozen network and", len(nets), "fine-tuned ones; mix", mix)


if __name__ == "__main__":
    main()
