"""
MobileNetV2 1.0 (Sandler 2018) with the ImageNet weights that the MIT-licensed npm package nsfwjs ships as its frozen
backbone (uint8 per tensor). Batch normalisation is folded on loading. Blocks beyond `last` are not built.
"""
import json
import subprocess
import tarfile

import numpy as np
import torch
from torch import nn

from .paths import work

# (expansion, channels, stride) of blocks 0..16
PLAN = [(1, 16, 1), (6, 24, 2), (6, 24, 1), (6, 32, 2), (6, 32, 1), (6, 32, 1), (6, 64, 2), (6, 64, 1), (6, 64, 1), (6, 64, 1),
        (6, 96, 1), (6, 96, 1), (6, 96, 1), (6, 160, 2), (6, 160, 1), (6, 160, 1), (6, 320, 1)]

DUMP = """const g=f=>{const m=require(f);return m.default||m};const fs=require('fs');const d=process.argv[1]+'/package/dist/models/mobilenet_v2/';
fs.writeFileSync(process.argv[1]+'/manifest.json',JSON.stringify(g(d+'model.min.js').weightsManifest));
fs.writeFileSync(process.argv[1]+'/weights.bin',Buffer.from(g(d+'group1-shard1of1.min.js'),'base64'));"""


def pretrained() -> dict[str, np.ndarray]:
    """All arrays by Keras name. Fetches the package with npm once."""
    folder = work("nsfwjs/x").parent
    if not (folder / "weights.bin").exists():
        subprocess.run(["npm", "pack", "--silent", "nsfwjs@4.2.1"], cwd=folder, check=True)
        with tarfile.open(folder / "nsfwjs-4.2.1.tgz") as archive:
            archive.extractall(folder, [m for m in archive if m.name.startswith("package/dist/models/mobilenet_v2/")])
        (folder / "package.json").write_text("{}")
        subprocess.run(["node", "-e", DUMP, str(folder)], check=True)
    data, at, out = (folder / "weights.bin").read_bytes(), 0, {}
    for group in json.loads((folder / "manifest.json").read_text()):
        for spec in group["weights"]:
            count, q = int(np.prod(spec["shape"])), spec["quantization"]
            raw = np.frombuffer(data, np.uint8, count, at)
            out[spec["name"]] = (raw.astype(np.float32) * q["scale"] + q["min"]).reshape(spec["shape"]).astype(np.float32)
            at += count
    return out


class Unit(nn.Module):
    """Convolution with folded normalisation, then ReLU6 unless linear. Stride 2 pads right and bottom only, as Keras does."""

    def __init__(self, arrays, conv, norm, stride=1, depthwise=False, linear=False):
        super().__init__()
        w = arrays[conv]
        w = w.transpose(2, 3, 0, 1) if depthwise else w.transpose(3, 2, 0, 1)
        scale = arrays[norm + "/gamma"] / np.sqrt(np.maximum(arrays[norm + "/moving_variance"], 0) + 1e-3)
        self.weight = nn.Parameter(torch.from_numpy((w * scale[:, None, None, None]).copy()))
        self.bias = nn.Parameter(torch.from_numpy(arrays[norm + "/beta"] - arrays[norm + "/moving_mean"] * scale))
        self.stride, self.depthwise, self.linear, self.kernel = stride, depthwise, linear, w.shape[2]

    def forward(self, x):
        groups = x.shape[1] if self.depthwise else 1
        if self.kernel == 3 and self.stride == 2:
            x = nn.functional.conv2d(nn.functional.pad(x, (0, 1, 0, 1)), self.weight, self.bias, 2, 0, 1, groups)
        else:
            x = nn.functional.conv2d(x, self.weight, self.bias, self.stride, self.kernel // 2, 1, groups)
        return x if self.linear else nn.functional.relu6(x)


class Inverted(nn.Module):
    def __init__(self, arrays, index, before):
        super().__init__()
        expansion, after, stride = PLAN[index]
        name = "expanded_conv" if index == 0 else f"block_{index}"
        self.expand = None if expansion == 1 else Unit(arrays, f"{name}_expand/kernel", f"{name}_expand_BN")
        self.depthwise = Unit(arrays, f"{name}_depthwise/depthwise_kernel", f"{name}_depthwise_BN", stride, depthwise=True)
        self.project = Unit(arrays, f"{name}_project/kernel", f"{name}_project_BN", linear=True)
        self.skip = stride == 1 and before == after

    def forward(self, x):
        y = self.expand(x) if self.expand else x
        y = self.project(self.depthwise(y))
        return x + y if self.skip else y


class Backbone(nn.Module):
    """@param last index of the last block built (0..16)."""

    def __init__(self, last=16):
        super().__init__()
        arrays = pretrained()
        self.stem = Unit(arrays, "Conv1/kernel", "bn_Conv1", 2)
        widths = [32] + [plan[1] for plan in PLAN]
        self.blocks = nn.ModuleList([Inverted(arrays, i, widths[i]) for i in range(last + 1)])

    def forward(self, x):
        """@param x (n, 3, h, w) in -1..1. @returns outputs of the stem and every block."""
        out = [self.stem(x)]
        for block in self.blocks:
            out.append(block(out[-1]))
        return out
