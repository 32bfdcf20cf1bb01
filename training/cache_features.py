"""
Pooled features of the frozen backbone for whole training pictures at native and at half scale (network.FrozenNet), and
the logit of the fine-tuned network that never saw the picture's source, on the same view.
Run: python3 -m training.cache_features --views 0 1 [--no-networks]
"""
import argparse
import time

import numpy as np
import torch

from .network import FrozenNet, PixelNet
from .paths import work
from .pictures import fold_of, pictures
from .views import VIEW_SIZES, view_size, whole_view


def tensor(crops):
    return torch.from_numpy(np.ascontiguousarray(np.stack(crops))).permute(0, 3, 1, 2).float()


@torch.no_grad()
def cached(batch, number, frozen, nets, size=16):
    """@returns features (n, 864) float16, logits (n,) of the held-out networks."""
    groups: dict[tuple[int, int], list[int]] = {}
    for i, picture in enumerate(batch):
        groups.setdefault((view_size(picture, number), fold_of(picture.source, len(nets)) if nets else 0), []).append(i)
    features, logits = np.zeros((len(batch), frozen.width), np.float16), np.zeros(len(batch), np.float32)
    for (_, fold), members in sorted(groups.items()):
        for at in range(0, len(members), size):
            part = members[at : at + size]
            x = tensor([whole_view(batch[i], number) for i in part])
            # Half precision is enough for pooled means; where the processor has it, it takes a third of the time.
            with torch.autocast("cpu", dtype=torch.bfloat16):
                features[part] = frozen.pooled(x).float().numpy()
            if nets:
                logits[part] = nets[fold](x).numpy()
    return features, logits


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--views", type=int, nargs="+", default=[0, 1])
    options.add_argument("--no-networks", action="store_true")
    options = options.parse_args()
    torch.set_num_threads(1)
    nets = [] if options.no_networks else [PixelNet.load(work(f"network-{k}.pt")) for k in range(3)]
    start = time.time()
    for number in options.views:
        features, logits = cached(pictures("train"), number, FrozenNet().eval(), nets)
        np.savez(work(f"features-{number}.npz"), x=features, logits=logits)
        print(number, len(VIEW_SIZES), f"sizes, {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
