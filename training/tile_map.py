"""
Whether single tiles tell where in a picture something was pasted: into genuine dev pictures a soft-edged region of a generated
dev picture is laid, the whole is saved again, and every tile of the runtime's grid is
scored. Counts how often a tile inside ranks above one outside of the same picture.
Run: python3 -m training.tile_map [--count 40] [--control] [--half]
"""
import argparse

import numpy as np
import torch
from PIL import Image

from .chains import saved_jpeg
from .measures import auc
from .pictures import pictures
from .score_dev import LONGEST, MOST, SIZE, shipped
from .views import grid


def region(width: int, height: int, rng):
    """@returns (h, w) in 0..1: a soft ellipse somewhere in the picture."""
    y, x = np.mgrid[0:height, 0:width]
    (cx, cy), (rx, ry) = rng.uniform(0.3, 0.7, 2), rng.uniform(0.25, 0.4, 2)
    return np.clip((1 - np.hypot((x / width - cx) / rx, (y / height - cy) / ry)) * 8, 0, 1)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--count", type=int, default=40)
    options.add_argument("--control", action="store_true", help="paste from genuine pictures instead: what place and subject alone do")
    options.add_argument("--half", action="store_true", help="bfloat16 inside")
    options = options.parse_args()
    torch.set_num_threads(1)
    rng, score = np.random.default_rng(5), shipped(options.half)
    dev = pictures("dev")
    genuine, generated = ([p for p in dev if p.generated == kind] for kind in (False, True))
    values = []
    for picture in [genuine[i] for i in rng.permutation(len(genuine))[: options.count]]:
        under = Image.open(picture.path).convert("RGB")
        under.thumbnail((LONGEST, LONGEST), Image.Resampling.BOX)
        others = genuine if options.control else generated
        over = Image.open(others[rng.integers(len(others))].path).convert("RGB")
        # Enlarged only as far as it must be to cover the picture, so that its fine texture stays as it is where it can.
        factor = max(1, under.width / over.width, under.height / over.height)
        over = over.resize((round(over.width * factor), round(over.height * factor)), Image.Resampling.BICUBIC).crop((0, 0, *under.size))
        mask = region(*under.size, rng)
        mixed = np.asarray(under, np.float32) * (1 - mask[..., None]) + np.asarray(over, np.float32) * mask[..., None]
        rgb = np.asarray(saved_jpeg(Image.fromarray(mixed.round().astype(np.uint8)), int(rng.integers(75, 92))))
        places = grid(under.width, under.height, SIZE, 2 * MOST)
        if len(places) < 6:
            continue
        logits = score([rgb[y : y + SIZE, x : x + SIZE] for x, y in places])
        inside = np.array([mask[y : y + SIZE, x : x + SIZE].mean() for x, y in places])
        sure = (inside > 0.7) | (inside < 0.1)
        if (inside > 0.7).any() and (inside < 0.1).any():
            values.append(auc(inside[sure] > 0.7, logits[sure]))
    spread = np.std(values) / np.sqrt(len(values))
    print(f"{len(values)} pictures: a tile inside ranks above one outside with {np.mean(values):.3f} (standard error {spread:.3f})")


if __name__ == "__main__":
    main()
