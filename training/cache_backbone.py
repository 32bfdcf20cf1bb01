"""
Pooled features of the pretrained backbone (mean and deviation of chosen layers) for the same crops as the statistics.
Run: python3 -m training.cache_backbone train|dev|pairs [--view 0]
"""
import argparse
import time

import numpy as np
import torch
from PIL import Image

from .backbone import Backbone
from .paths import work
from .pictures import pictures
from .views import paired, picture_crops, training_view

TAPS = (0, 1, 3, 6, 10, 13, 17)


@torch.no_grad()
def pooled(net, crops):
    x = torch.from_numpy(np.ascontiguousarray(crops)).permute(0, 3, 1, 2).float() / 127.5 - 1
    out = net(x)
    parts = []
    for tap in TAPS:
        y = out[tap].flatten(2)
        parts += [y.mean(2), y.std(2)]
    return torch.cat(parts, 1).numpy()


def main():
    options = argparse.ArgumentParser()
    options.add_argument("what", choices=["train", "dev", "pairs"])
    options.add_argument("--view", type=int, default=0)
    options = options.parse_args()
    torch.set_num_threads(1)
    net, start = Backbone(16).eval(), time.time()
    if options.what == "dev":
        rows, owner = [], []
        for i, picture in enumerate(pictures("dev")):
            crops = picture_crops(Image.open(picture.path), most=8)
            rows.append(pooled(net, crops))
            owner += [i] * len(crops)
            if i % 50 == 0:
                print(i, f"{time.time() - start:.0f} s", flush=True)
        np.savez(work("backbone-dev.npz"), x=np.concatenate(rows), owner=np.array(owner))
        return
    batch = pictures("train") if options.what == "train" else paired()
    rows = []
    for i in range(0, len(batch), 8):
        part = batch[i : i + 8]
        if options.what == "train":
            rows.append(pooled(net, np.stack([training_view(p, options.view) for p in part])))
        else:
            both = [training_view(p, 100 + options.view, reconstructed=r) for r in (False, True) for p in part]
            rows.append(pooled(net, np.stack(both)).reshape(2, len(part), -1).transpose(1, 0, 2))
        if i % 400 == 0:
            print(i, f"{time.time() - start:.0f} s", flush=True)
    np.savez(work(f"backbone-{options.what}-{options.view}.npz"), x=np.concatenate(rows), files=np.array([p.file for p in batch]))


if __name__ == "__main__":
    main()
