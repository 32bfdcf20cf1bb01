"""
The networks that ship: MobileNetV2 cut after block 12 (stride 16). `PixelNet` is fine-tuned end to end on native-resolution
crops; `FrozenNet` keeps the ImageNet weights, looks at the crop at native and at half scale, and only its head is fitted.
Mean and deviation of four depths are pooled, so that fine texture speaks beside larger structure; one logit each.
"""
import torch
from torch import nn

from .backbone import Backbone

TAPS = (2, 5, 9, 12)
WIDTHS = {2: 24, 5: 32, 9: 64, 12: 96}


def moments(out):
    """Mean and deviation over the frame at the four depths. @param out the backbone's outputs. @returns (n, 432)."""
    parts = []
    for tap in TAPS:
        y = out[tap + 1].float().flatten(2)
        parts += [y.mean(2), (y.var(2, unbiased=False) + 1e-6).sqrt()]
    return torch.cat(parts, 1)


class PixelNet(nn.Module):
    @staticmethod
    def load(path):
        """For scoring. Networks read back from a shipped model have their normalisation folded into the head."""
        net, state = PixelNet(), torch.load(path)
        if "norm.weight" not in state:
            net.norm = nn.Identity()
        net.load_state_dict(state)
        return net.eval()

    def __init__(self):
        super().__init__()
        self.backbone = Backbone(max(TAPS))
        width = 2 * sum(WIDTHS[t] for t in TAPS)
        self.norm = nn.BatchNorm1d(width)
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(width, 1)

    def pooled(self, x):
        """@param x (n, 3, h, w), 0..255. @returns (n, 432)."""
        return moments(self.backbone((x / 127.5 - 1).contiguous(memory_format=torch.channels_last)))

    def forward(self, x):
        """@returns (n,) log-odds of `generated`."""
        return self.head(self.drop(self.norm(self.pooled(x))))[:, 0]


class FrozenNet(nn.Module):
    """@param hidden units between the pooled features and the logit; 0 for a linear head."""

    def __init__(self, hidden=0):
        super().__init__()
        self.backbone = Backbone(max(TAPS))
        self.width = 4 * sum(WIDTHS[t] for t in TAPS)
        self.head = nn.Sequential(nn.Linear(self.width, hidden), nn.ReLU(), nn.Linear(hidden, 1)) if hidden else nn.Linear(self.width, 1)

    @staticmethod
    def load(path):
        """@returns the network, and what its logit and the fine-tuned networks' mean are put together with (lift, frozen, networks)."""
        kept = torch.load(path)
        net = FrozenNet(kept["net"]["head.0.weight"].shape[0] if "head.0.weight" in kept["net"] else 0)
        net.load_state_dict(kept["net"])
        return net.eval(), tuple(float(v) for v in kept["mix"])

    def pooled(self, x):
        """@param x (n, 3, h, w), 0..255, even sides. @returns (n, 864): native scale, then half."""
        scales = (x, nn.functional.avg_pool2d(x, 2))
        return torch.cat([moments(self.backbone((y / 127.5 - 1).contiguous(memory_format=torch.channels_last))) for y in scales], 1)

    def forward(self, x):
        """@returns (n,) log-odds of `generated`."""
        return self.head(self.pooled(x))[:, 0]
