"""
Aligned pairs: genuine crops passed once through a small autoencoder, so that the two members differ in nothing but the
decoder's traces (AlignedForensics, ICLR 2025; DDA, NeurIPS 2025). The weights are TAEF2's (MIT), of FLUX.2's latent space, or
our own (own_autoencoders). Run: python3 -m training.reconstruct [--maker taef2] [--count 1200] [--seconds 1200]
"""
import argparse
import time

import numpy as np
import torch
from PIL import Image
from torch import nn

from .own_autoencoders import OwnAutoencoder
from .paths import DATA
from .pictures import pictures, source_weights
from .views import MAKERS, reconstruction


class Block(nn.Module):
    """Three 3x3 convolutions with a skip; `normalised` adds the group-normalised 1x1 pair before them."""

    def __init__(self, width: int, normalised: bool):
        super().__init__()
        steps = [nn.Conv2d(width, width, 3, padding=1), nn.ReLU()] * 2
        self.conv = nn.Sequential(*[nn.Conv2d(width, width, 3, padding=1) if i % 2 == 0 else nn.ReLU() for i in range(len(steps) + 1)])
        self.pool = None
        if normalised:
            wide = 4 * width
            self.pool = nn.Sequential(nn.Conv2d(width, wide, 1, bias=False), nn.GroupNorm(4, wide), nn.ReLU(), nn.Conv2d(wide, width, 1, bias=False))

    def forward(self, x):
        if self.pool is not None:
            x = x + self.pool(x)
        return torch.relu(self.conv(x) + x)


class SoftClamp(nn.Module):
    def forward(self, x):
        return torch.tanh(x / 3) * 3


def conv(a: int, b: int, **more):
    return nn.Conv2d(a, b, 3, padding=1, **more)


def autoencoder():
    def blocks(n, normalised=False):
        return [Block(64, normalised) for _ in range(n)]

    def down():
        return conv(64, 64, stride=2, bias=False)

    def up():
        return [nn.Upsample(scale_factor=2), conv(64, 64, bias=False)]

    encoder = nn.Sequential(conv(3, 64), *blocks(1), down(), *blocks(3), down(), *blocks(3), down(), *blocks(3, True), conv(64, 32))
    decoder = nn.Sequential(SoftClamp(), conv(32, 64), nn.ReLU(), *blocks(3, True), *up(), *blocks(3), *up(), *blocks(3), *up(), *blocks(1), conv(64, 3))
    for part, name in ((encoder, "encoder"), (decoder, "decoder")):
        state = torch.load(DATA / "weights" / f"taef2_{name}.pth", map_location="cpu")
        part.load_state_dict({key: value.float() for key, value in state.items()})
        part.eval()
    return encoder, decoder


def taef2():
    encoder, decoder = autoencoder()
    return nn.Sequential(encoder, decoder)


@torch.no_grad()
def main():
    options = argparse.ArgumentParser()
    options.add_argument("--maker", choices=MAKERS, default="taef2")
    options.add_argument("--count", type=int, default=1200)
    options.add_argument("--seconds", type=float, default=1200)
    options = options.parse_args()
    torch.set_num_threads(1)
    net = taef2() if options.maker == "taef2" else OwnAutoencoder.load(options.maker)
    genuine = [p for p in pictures("train") if not p.generated]
    weights = source_weights(genuine, 0.5)
    order = np.random.default_rng(7).choice(len(genuine), size=min(options.count, len(genuine)), replace=False, p=weights / weights.sum())
    start, errors = time.time(), []
    for index in order:
        target = reconstruction(genuine[index], options.maker)
        if target.exists():
            continue
        if time.time() - start > options.seconds:
            break
        rgb = np.asarray(Image.open(genuine[index].path).convert("RGB"))
        x = torch.from_numpy(rgb.copy()).permute(2, 0, 1)[None].float() / 255
        y = net(x).clamp(0, 1)
        errors.append(-10 * np.log10(float(((x - y) ** 2).mean()) + 1e-12))
        Image.fromarray((y[0].permute(1, 2, 0) * 255).round().byte().numpy()).save(target, compress_level=1)
        if len(errors) % 20 == 0:
            print(len(errors), f"{(time.time() - start) / len(errors):.2f} s each, PSNR {np.mean(errors):.1f} dB", flush=True)


if __name__ == "__main__":
    main()
