"""
Pooled features of the frozen backbone for whole training pictures at native and at half scale (network.FrozenNet), and
the logit of the fine-tuned network that never saw the picture's source, on the same view. With `--pairs` the same of genuine
pictures beside an autoencoder's copy of them and beside themselves with the copy pasted into a region, one chain for all three.
Run: python3 -m training.cache_features --views 0 1 [--no-networks] [--pairs taef2] [--limit 60]
"""
import argparse
import time

import numpy as np
import torch

from .network import FrozenNet, PixelNet
from .paths import work
from .pictures import fold_of, pictures
from .views import MAKERS, paired, view_size, whole_view


def tensor(crops):
    return torch.from_numpy(np.ascontiguousarray(np.stack(crops))).permute(0, 3, 1, 2).float()


@torch.no_grad()
def cached(batch, number, frozen, nets, maker=None, paste=False, size=16):
    """@returns features (n, 864) float16, logits (n,) of the held-out networks."""
    groups: dict[tuple[int, int], list[int]] = {}
    for i, picture in enumerate(batch):
        groups.setdefault((view_size(picture, number), fold_of(picture.source, len(nets)) if nets else 0), []).append(i)
    features, logits = np.zeros((len(batch), frozen.width), np.float16), np.zeros(len(batch), np.float32)
    for (_, fold), members in sorted(groups.items()):
        for at in range(0, len(members), size):
            part = members[at : at + size]
            x = tensor([whole_view(batch[i], number, maker, paste) for i in part])
            # Half precision is enough for pooled means; where the processor has it, it takes a third of the time.
            with torch.autocast("cpu", dtype=torch.bfloat16):
                features[part] = frozen.pooled(x).float().numpy()
                if nets:
                    logits[part] = nets[fold](x).float().numpy()
    return features, logits


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--views", type=int, nargs="+", default=[0, 1])
    options.add_argument("--no-networks", action="store_true")
    options.add_argument("--pairs", choices=MAKERS, default=None)
    options.add_argument("--limit", type=int, default=None, help="only every so-manieth picture up to this many: a trial run")
    options = options.parse_args()
    torch.set_num_threads(1)
    frozen = FrozenNet().eval()
    nets = [] if options.no_networks or options.pairs else [PixelNet.load(work(f"network-{k}.pt")) for k in range(3)]
    batch = paired(options.pairs) if options.pairs else pictures("train")
    if options.limit:
        batch = batch[:: max(1, len(batch) // options.limit)][: options.limit]
    start, trial = time.time(), "trial-" if options.limit else ""
    for number in options.views:
        if options.pairs:
            kinds = {"genuine": (None, False), "copied": (options.pairs, False), "pasted": (options.pairs, True)}
            kept = {kind: cached(batch, number, frozen, [], *how)[0] for kind, how in kinds.items()}
            np.savez(work(f"{trial}pairs-{options.pairs}-{number}.npz"), files=np.array([p.file for p in batch]), **kept)
        else:
            features, logits = cached(batch, number, frozen, nets)
            np.savez(work(f"{trial}features-{number}.npz"), x=features, logits=logits)
        print(f"view {number}, {len(batch)} pictures, {time.time() - start:.0f} s", flush=True)


if __name__ == "__main__":
    main()
