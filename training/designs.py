"""
Published light designs re-implemented from their papers for comparison, at reduced width; never "NPR" or "SAFE" themselves.

NPR (Tan et al., CVPR 2024): 2/3 (x - up2(down2 x)), nearest neighbour. SAFE (Li et al., KDD 2025): the diagonal band of a
one-level bior1.3 wavelet, whose high-pass filter is (-1, 1)/sqrt 2, so that band is a cross-difference of 2x2 squares.
Both feed a bottleneck ResNet-50 cut after its second stage.
"""
import torch
from torch import nn
from torch.nn import functional


class Bottleneck(nn.Module):
    def __init__(self, before: int, width: int, stride=1):
        super().__init__()
        after = 4 * width
        steps = [nn.Conv2d(before, width, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.Conv2d(width, width, 3, stride, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
        self.body = nn.Sequential(*steps, nn.Conv2d(width, after, 1, bias=False), nn.BatchNorm2d(after))
        self.short = nn.Identity() if before == after and stride == 1 else nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))

    def forward(self, x):
        return functional.relu(self.body(x) + self.short(x))


class CutResNet(nn.Module):
    """@param width channels of the first stage's bottlenecks: 64 in the papers (1.44 M parameters)."""

    def __init__(self, design: str, width: int):
        super().__init__()
        self.design = design
        stem = [nn.Conv2d(3, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
        first = [Bottleneck(width if i == 0 else 4 * width, width) for i in range(3)]
        second = [Bottleneck(4 * width if i == 0 else 8 * width, 2 * width, 2 if i == 0 else 1) for i in range(4)]
        self.body = nn.Sequential(*stem, *first, *second)
        self.head = nn.Linear(8 * width, 1)

    def residual(self, x):
        """@param x (n, 3, h, w), 0..1, even sides."""
        if self.design == "npr":
            return (x - functional.interpolate(x[..., ::2, ::2], scale_factor=2)) * (2 / 3)
        return (x[..., ::2, ::2] - x[..., 1::2, ::2] - x[..., ::2, 1::2] + x[..., 1::2, 1::2]) / 2

    def forward(self, x):
        """@param x (n, 3, h, w), 0..255. @returns (n,) log-odds of `generated`."""
        return self.head(self.body(self.residual(x / 255)).mean((2, 3)))[:, 0]
