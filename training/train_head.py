"""
Fits the head of the frozen network by logistic regression on cached views, and how its logit and the fine-tuned networks'
are put together, all judged on held-out sources. Sources that hold genuine and generated pictures of the same kinds weigh
more: within them nothing but the making differs.
Run: python3 -m training.train_head --views 0 1 [--strength 3e-3] [--matched 4]
"""
import argparse

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from .measures import auc, summary
from .network import FrozenNet
from .paths import work
from .pictures import fold_of, pictures, source_weights

FOLDS = 3


def matched_sources(batch):
    both = {p.source for p in batch if p.generated} & {p.source for p in batch if not p.generated}
    return np.array([p.source in both for p in batch])


def weights(batch, boost):
    """Each class weighs a half; pictures of matched sources `boost` times their share."""
    w = source_weights(batch, 0.6) * np.where(matched_sources(batch), boost, 1)
    y = np.array([p.generated for p in batch])
    for label in (False, True):
        w[y == label] *= 0.5 / w[y == label].sum()
    return w


def fit(views, y, w, strength):
    """@param views list of (n, d), the same pictures in each. @returns weight (d,), bias for features as they come."""
    x = np.concatenate(views)
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    sample = np.tile(w / w.sum(), len(views)) * len(y)
    line = LogisticRegression(C=strength, max_iter=200).fit((x - mean) / deviation, np.tile(y, len(views)), sample_weight=sample)
    weight = line.coef_[0] / deviation
    return weight, float(line.intercept_[0] - weight @ mean)


def within(batch, scores, least=25):
    """Mean AUC within sources that hold both classes: what is left when subject and camera tell nothing."""
    y = np.array([p.generated for p in batch])
    names = np.array([p.source for p in batch])
    rows = {s: auc(y[names == s], scores[names == s]) for s in np.unique(names) if y[names == s].sum() >= least and (~y[names == s]).sum() >= least}
    return float(np.mean(list(rows.values()))), rows


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--views", type=int, nargs="+", default=[0, 1])
    options.add_argument("--strength", type=float, default=3e-3)
    options.add_argument("--matched", type=float, default=4)
    options = options.parse_args()
    batch = pictures("train")
    y = np.array([p.generated for p in batch])
    fold = np.array([fold_of(p.source, FOLDS) for p in batch])
    kept = [np.load(work(f"features-{v}.npz")) for v in options.views]
    views = [k["x"].astype(np.float32) for k in kept]
    scored = [v for v, k in enumerate(kept) if np.any(k["logits"])]
    w = weights(batch, options.matched)
    out = np.zeros((len(y), len(views)))
    for k in range(FOLDS):
        m = fold != k
        weight, bias = fit([x[m] for x in views], y[m], w[m], options.strength)
        for v, x in enumerate(views):
            out[~m, v] = x[~m] @ weight + bias
    print("frozen, one view:", summary(batch, out[:, scored[0] if scored else 0]), "within", round(within(batch, out[:, 0])[0], 3))
    net = FrozenNet()
    weight, bias = fit(views, y, w, options.strength)
    with torch.no_grad():
        net.head.weight.copy_(torch.from_numpy(weight)[None])
        net.head.bias.fill_(bias)
    mix = np.array([0.0, 1.0, 0.0])
    if scored:
        v = scored[0]
        nets = kept[v]["logits"]
        pairs = np.stack([out[:, v], nets], 1)
        line = LogisticRegression(C=1e3).fit(pairs, y, sample_weight=source_weights(batch, 0.6) * len(y))
        mix = np.array([line.intercept_[0], *line.coef_[0]])
        together = pairs @ mix[1:] + mix[0]
        print("networks, the same view:", summary(batch, nets), "within", round(within(batch, nets)[0], 3))
        print("together:", summary(batch, together), "within", round(within(batch, together)[0], 3), "| mix", mix.round(3))
        np.save(work("held-out-together.npy"), together)
    torch.save({"net": net.state_dict(), "mix": mix}, work("frozen.pt"))


if __name__ == "__main__":
    main()
