"""
The network that ships: MobileNetV2 cut after block 12 (stride 16), fine-tuned end to end on native-resolution crops.
Mean and deviation of four depths are pooled, so that fine texture speaks beside larger structure; one logit.
"""
import torch
from torch import nn

from .backbone import Backbone

TAPS = (2, 5, 9, 12)
WIDTHS = {2: 24, 5: 32, 9: 64, 12: 96}


class PixelNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.backbone = Backbone(max(TAPS))
        width = 2 * sum(WIDTHS[t] for t in TAPS)
        self.norm = nn.BatchNorm1d(width)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(width, 1)

    def pooled(self, x):
        """@param x (n, 3, h, w), 0..255. @returns (n, 432)."""
        out = self.backbone((x / 127.5 - 1).contiguous(memory_format=torch.channels_last))
        parts = []
        for tap in TAPS:
            y = out[tap + 1].flatten(2)
            parts += [y.mean(2), (y.var(2, unbiased=False) + 1e-6).sqrt()]
        return torch.cat(parts, 1)

    def forward(self, x):
        """@returns (n,) log-odds of `generated`."""
        return self.head(self.drop(self.norm(self.pooled(x))))[:, 0]
