"""
Small autoencoders of our own making, so that aligned pairs do not carry one decoder's traces alone: reduced four times, eight
channels in between, and enlarged again by transposed convolution, pixel shuffle or bilinear interpolation before a convolution.
Trained on genuine training pictures for a few minutes each.
Run: python3 -m training.own_autoencoders --up transposed|shuffled|bilinear [--minutes 3]
"""
import argparse
import time

import numpy as np
import torch
from PIL import Image
from torch import nn

from .paths import work
from .pictures import pictures, source_weights

UPS = ("transposed", "shuffled", "bilinear")


def conv(a: int, b: int, **more):
    return nn.Sequential(nn.Conv2d(a, b, 3, padding=1, **more), nn.ReLU())


def enlarger(up: str, a: int, b: int):
    if up == "transposed":
        return nn.Sequential(nn.ConvTranspose2d(a, b, 4, 2, 1), nn.ReLU())
    if up == "shuffled":
        return nn.Sequential(nn.Conv2d(a, 4 * b, 3, padding=1), nn.PixelShuffle(2), nn.ReLU())
    return nn.Sequential(nn.Upsample(scale_factor=2, mode="bilinear", align_corners=False), conv(a, b))


class OwnAutoencoder(nn.Module):
    def __init__(self, up: str):
        super().__init__()
        self.encoder = nn.Sequential(conv(3, 24), conv(24, 48, stride=2), conv(48, 64, stride=2), nn.Conv2d(64, 8, 1))
        self.decoder = nn.Sequential(conv(8, 64), conv(64, 64), enlarger(up, 64, 48), conv(48, 32), enlarger(up, 32, 24), nn.Conv2d(24, 3, 3, padding=1))

    @staticmethod
    def load(up: str):
        net = OwnAutoencoder(up)
        net.load_state_dict(torch.load(work(f"autoencoder-{up}.pt")))
        return net.eval()

    def forward(self, x):
        """@param x (n, 3, h, w) in 0..1, sides multiples of four. @returns the same shape."""
        return self.decoder(self.encoder(x - 0.5)) + 0.5


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--up", choices=UPS, required=True)
    options.add_argument("--minutes", type=float, default=3, help="of this process's own processor time")
    options.add_argument("--half", action="store_true", help="bfloat16 inside")
    options = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(3)
    rng = np.random.default_rng(3)
    genuine = [p for p in pictures("train") if not p.generated]
    weights = source_weights(genuine, 0.5)
    some = rng.choice(len(genuine), size=600, replace=False, p=weights / weights.sum())
    stock = np.stack([np.asarray(Image.open(genuine[i].path).convert("RGB")) for i in some])
    net = OwnAutoencoder(options.up).to(memory_format=torch.channels_last)
    optimiser = torch.optim.Adam(net.parameters(), lr=3e-3)
    start, step, errors = time.process_time(), 0, []
    while (done := (time.process_time() - start) / 60 / options.minutes) < 1:
        optimiser.param_groups[0]["lr"] = 3e-3 * (1 - 0.97 * done)
        crops = []
        for i in rng.integers(0, len(stock), 16):
            y, x = rng.integers(0, 256 - 96 + 1, 2)
            crops.append(stock[i, y : y + 96, x : x + 96])
        x = torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float() / 255
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.half):
            y = net(x.contiguous(memory_format=torch.channels_last))
        loss = (y.float() - x).abs().mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        step += 1
        errors.append(-10 * np.log10(float(((y.detach().float() - x) ** 2).mean())))
        if step % 100 == 0:
            print(step, f"{done * options.minutes:.1f} min, PSNR {np.mean(errors[-100:]):.1f} dB", flush=True)
    torch.save(net.state_dict(), work(f"autoencoder-{options.up}.pt"))
    print(options.up, f"{step} steps, PSNR of the last hundred {np.mean(errors[-100:]):.1f} dB")


if __name__ == "__main__":
    main()
