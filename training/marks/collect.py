"""
Windows of features with their class, drawn from rendered strips and from untouched photographs.
Run: nice -n 15 python3 -m training.marks.collect --seed 1 --strips 9000
"""
import argparse

import numpy as np

from ..paths import work
from . import strings
from .features import CELL, COARSE_WINDOW, coarse, features, windows
from .render import Photographs, normalised

INDEX = {name: i for i, name in enumerate(strings.CLASSES)}
SINGLE = [name for name in strings.CLASSES[1:] if "/" not in name]


def cell(at):
    return int(round((at - 0.5) / CELL))


def coarse_cell(at):
    return int(round((at - 0.5) / (2 * CELL)))


LETTERS = "abcdefghiklmnoprstuvwxyzABCDEFGHKLMNOPRSTUVWXYZ0123456789-./:"


def drawn_string(rng):
    letters = lambda least, most: "".join(LETTERS[i] for i in rng.integers(0, len(LETTERS), rng.integers(least, most)))
    other = lambda least, most: "".join(strings.OTHER[i] for i in rng.integers(0, len(strings.OTHER), rng.integers(least, most)))
    kind = rng.random()
    if kind < 0.6:
        return strings.drawn(rng)
    if kind < 0.75:
        return "".join(SINGLE[i] for i in rng.choice(len(SINGLE), rng.integers(3, 8), replace=False))
    if kind < 0.82:
        return (letters(2, 4) if rng.random() < 0.6 else other(1, 4)) + ("生成" if rng.random() < 0.6 else "合成")
    if kind < 0.92:
        return other(3, 9)
    return letters(4, 14)


def examples(rng, photographs, string):
    grey, centres = normalised(rng, photographs, string)
    cells = features(grey)
    small = coarse(cells)
    places, coarse_places, labels = [], [], []

    def add(x, y, label):
        place = cell(y), cell(x)
        row, column = coarse_cell(y), coarse_cell(x)
        if not (0 <= place[0] < cells.shape[0] and 0 <= place[1] < cells.shape[1] and row < small.shape[0] and column < small.shape[1]):
            return
        places.append(place)
        coarse_places.append((row, column))
        labels.append(label)

    for name, x, y in centres:
        label = INDEX.get(name, 0)
        add(x, y, label)
        dx, dy = rng.uniform(-1.8, 1.8, 2)
        add(x + dx, y + dy, label)
    points = np.array([(y, x) for _, x, y in centres])
    for _ in range(8):
        if rng.random() < 0.5:
            y, x = points[rng.integers(len(points))] + rng.uniform(-12, 12, 2)
        else:
            y, x = rng.uniform(0, grey.shape[0]), rng.uniform(0, grey.shape[1])
        if (np.abs(points - (y, x)).max(1) > 5).all():
            add(x, y, 0)
    return windows(cells, places).astype(np.float16), windows(small, coarse_places, COARSE_WINDOW).astype(np.float16), labels


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strips", type=int, default=9000)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    photographs = Photographs(rng)
    xs, zs, ys = [], [], []
    for i in range(options.strips):
        x, z, y = examples(rng, photographs, drawn_string(rng))
        xs.append(x)
        zs.append(z)
        ys += y
        if i % 1000 == 999:
            print(i + 1, len(ys), flush=True)
    np.savez(work(f"marks/windows-{options.seed}.npz"), x=np.concatenate(xs), z=np.concatenate(zs), y=np.array(ys, np.int16))


if __name__ == "__main__":
    main()
