"""
Ready views for designs trained from scratch, so that their time goes into the network and not into saving JPEGs: every training
picture in `--views` chains, 160-pixel crops, one memory-mapped file.
Run: python3 -m training.bank [--views 6]
"""
import argparse

import numpy as np

from .paths import work
from .pictures import pictures
from .views import training_view

SIDE = 160


def bank():
    """@returns uint8 (pictures of the training split in manifest order, views, 160, 160, 3), read from the file as needed."""
    return np.load(work("bank.npy"), mmap_mode="r")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--views", type=int, default=6)
    options = options.parse_args()
    batch = pictures("train")
    out = np.lib.format.open_memmap(work("bank.npy"), "w+", np.uint8, (len(batch), options.views, SIDE, SIDE, 3))
    for i, picture in enumerate(batch):
        for number in range(options.views):
            out[i, number] = training_view(picture, 2000 + number, SIDE)
    out.flush()
    print(out.shape)


if __name__ == "__main__":
    main()
