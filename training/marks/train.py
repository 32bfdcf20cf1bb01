"""
Trains the tile recogniser (648 features, one hidden layer) and the small network of filters that finds places worth asking it about.
Run: nice -n 15 python3 -m training.marks.train
"""
import argparse
import glob

import numpy as np
import torch
from torch import nn

from ..paths import work
from . import strings

HIDDEN = 256
SEEKING = 24
# Features are small (mean 0.05): inputs are brought near one before training, and the factor goes into the exported weights.
SCALE = 8.0
# What the filters look for; a Latin word's piece is looked for in either case.
ANCHORS = ["AI", "生", "成", "合", "generated/1", "generated/3", "with/0", "LibLib/1", "Kling/0"]
SAME = {"generated/1": ["Generated/1", "generati/1"], "generated/3": ["Generated/3"]}


def load():
    parts = [np.load(name) for name in sorted(glob.glob(str(work("marks/windows-*.npz"))))]
    x = np.concatenate([part["x"] for part in parts])
    z = np.concatenate([part["z"] for part in parts])
    y = np.concatenate([part["y"] for part in parts]).astype(np.int64)
    return torch.from_numpy(x), torch.from_numpy(z), torch.from_numpy(y)


def recogniser():
    return nn.Sequential(nn.Linear(648, HIDDEN), nn.ReLU(), nn.Dropout(0.1), nn.Linear(HIDDEN, len(strings.CLASSES)))


def seeker():
    return nn.Sequential(nn.Linear(200, SEEKING), nn.ReLU(), nn.Linear(SEEKING, len(ANCHORS)))


def fit(model, loss_of, x, y, epochs, rate):
    optimiser = torch.optim.Adam(model.parameters(), rate, weight_decay=1e-5)
    batch, steps = 256, 0
    total = epochs * (len(x) // batch)
    for epoch in range(epochs):
        order, losses = torch.randperm(len(x)), []
        for i in range(0, len(x) - batch + 1, batch):
            at = order[i : i + batch]
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, steps / 200 + 0.05) * 0.5 * (1 + np.cos(np.pi * steps / total))
            loss = loss_of(model(x[at].float() * SCALE), y[at])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item())
            steps += 1
        print(epoch, round(float(np.mean(losses)), 4), flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--resume", action="store_true", help="go on from the last weights")
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    x, z, y = load()
    held = torch.rand(len(x)) < 0.04
    print(len(x), "windows,", int((y > 0).sum()), "of tiles")
    model = recogniser()
    if options.resume:
        model.load_state_dict(torch.load(work("marks/trained.pt"))["recogniser"])
    fit(model, nn.CrossEntropyLoss(), x[~held], y[~held], options.epochs, 1.5e-3)
    model.eval()
    with torch.no_grad():
        p = model(x[held].float() * SCALE).softmax(1)
    truth, best = y[held], p.argmax(1)
    print("tiles read", float((best == truth)[truth > 0].float().mean()), "background kept", float((best == 0)[truth == 0].float().mean()))
    anchors = seeker()
    target = torch.stack([sum((y == strings.CLASSES.index(one)).float() for one in [name, *SAME.get(name, [])]) for name in ANCHORS], 1)
    fit(anchors, nn.BCEWithLogitsLoss(pos_weight=torch.full((len(ANCHORS),), 10.0)), z[~held], target[~held], 6, 3e-3)
    with torch.no_grad():
        score = anchors(z[held].float() * SCALE)
    for k, name in enumerate(ANCHORS):
        positive, negative = score[target[held, k] > 0, k], score[truth == 0, k]
        cut = positive.quantile(0.03)
        print(name, len(positive), "3 % cut", float(cut), "background above", float((negative > cut).float().mean()))
    torch.save({"recogniser": model.state_dict(), "anchors": anchors.state_dict()}, work("marks/trained.pt"))


if __name__ == "__main__":
    main()
