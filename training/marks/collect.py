"""
Windows of features with their class, drawn from rendered strips and from untouched photographs.
Run: nice -n 15 python3 -m training.marks.collect --seed 1 --strips 9000
"""
import argparse

import numpy as np

from ..paths import work
from . import strings
from .features import CELL, features, windows
from .render import Photographs, normalised

INDEX = {name: i for i, name in enumerate(strings.CLASSES)}
SINGLE = [name for name in strings.CLASSES[1:] if "/" not in name]


def cell(at):
    return int(round((at - 0.5) / CELL))


def drawn_string(rng):
    draw = rng.random()
    if draw < 0.55:
        every = strings.all_strings() + strings.WHOLE * 2
        return every[rng.integers(len(every))], True
    if draw < 0.8:
        return "".join(SINGLE[i] for i in rng.choice(len(SINGLE), rng.integers(3, 8), replace=False)), True
    if draw < 0.92:
        return "".join(strings.OTHER[i] for i in rng.integers(0, len(strings.OTHER), rng.integers(3, 9))), False
    letters = "abcdefghiklmnoprstuvwxyzABCDEFGHKLMNOPRSTUVWXYZ0123456789-./"
    return "".join(letters[i] for i in rng.integers(0, len(letters), rng.integers(4, 14))), False


def examples(rng, photographs, string, known):
    grey, centres = normalised(rng, photographs, string)
    cells = features(grey)
    h, w = cells.shape[:2]
    places, labels = [], []

    def add(row, column, label):
        if 0 <= row < h and 0 <= column < w:
            places.append((row, column))
            labels.append(label)

    for name, x, y in centres:
        label = INDEX.get(name, 0) if known else 0
        if not known and name in INDEX:
            continue
        add(cell(y), cell(x), label)
        dx, dy = rng.uniform(-2.2, 2.2, 2)
        add(cell(y + dy), cell(x + dx), label)
    points = np.array([(y, x) for _, x, y in centres])
    for _ in range(7):
        if rng.random() < 0.5:
            y, x = points[rng.integers(len(points))] + rng.uniform(-12, 12, 2)
        else:
            y, x = rng.uniform(0, grey.shape[0]), rng.uniform(0, grey.shape[1])
        if (np.abs(points - (y, x)).max(1) > 5).all():
            add(cell(y), cell(x), 0)
    return windows(cells, places).astype(np.float16), labels


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--strips", type=int, default=9000)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    photographs = Photographs(rng)
    xs, ys = [], []
    for i in range(options.strips):
        string, known = drawn_string(rng)
        x, y = examples(rng, photographs, string, known)
        xs.append(x)
        ys += y
        if i % 1000 == 999:
            print(i + 1, len(ys), flush=True)
    np.savez(work(f"marks/windows-{options.seed}.npz"), x=np.concatenate(xs), y=np.array(ys, np.int16))


if __name__ == "__main__":
    main()
