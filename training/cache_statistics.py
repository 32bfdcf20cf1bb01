"""
Statistics of every training view and of the crops of every dev picture, kept under the working folder.
Run: python3 -m training.cache_statistics train|dev|pairs [--views 3]
"""
import argparse
import time

import numpy as np
from PIL import Image

from .paths import work
from .pictures import pictures
from .statistics import statistics
from .views import paired, picture_crops, training_view


def main():
    options = argparse.ArgumentParser()
    options.add_argument("what", choices=["train", "dev", "pairs"])
    options.add_argument("--views", type=int, default=3)
    options = options.parse_args()
    start = time.time()
    if options.what == "dev":
        batch = pictures("dev")
        rows, owner = [], []
        for i, picture in enumerate(batch):
            for crop in picture_crops(Image.open(picture.path), most=16):
                rows.append(statistics(crop))
                owner.append(i)
            if i % 50 == 0:
                print(i, f"{time.time() - start:.0f} s", flush=True)
        np.savez(work("statistics-dev.npz"), x=np.float32(rows), owner=np.array(owner))
        return
    batch = pictures("train") if options.what == "train" else paired()
    for number in range(options.views):
        rows = []
        for i, picture in enumerate(batch):
            if options.what == "train":
                rows.append(statistics(training_view(picture, number)))
            else:
                rows.append([statistics(training_view(picture, 100 + number, reconstructed=r)) for r in (False, True)])
            if i % 500 == 0:
                print(number, i, f"{time.time() - start:.0f} s", flush=True)
        np.savez(work(f"statistics-{options.what}-{number}.npz"), x=np.float32(rows), files=np.array([p.file for p in batch]))


if __name__ == "__main__":
    main()
