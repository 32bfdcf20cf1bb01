"""
Fits the head of the frozen network on cached views, and where fine-tuned networks scored the same views how its logit and theirs
are put together, all judged on held-out sources. Sources that hold genuine and generated pictures of the same kinds can be
weighed more: within them nothing but the making differs.
Run: python3 -m training.train_head --views 0 1 [--hidden 64] [--matched 1] [--pairs taef2] [--pair-weight 0.1] [--trial]
"""
import argparse

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from torch import nn

from .measures import auc, summary
from .network import FrozenNet
from .paths import work
from .pictures import fold_of, pictures, source_weights

FOLDS = 3
SEEDS = 3


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


def linear(x, y, w, strength):
    """@returns head for features as they come."""
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    line = LogisticRegression(C=strength, max_iter=200).fit((x - mean) / deviation, y, sample_weight=w / w.sum() * len(y))
    head = nn.Linear(x.shape[1], 1)
    with torch.no_grad():
        head.weight.copy_(torch.from_numpy(line.coef_ / deviation))
        head.bias.fill_(float(line.intercept_[0] - (line.coef_[0] / deviation) @ mean))
    return head


def one_hidden(x, y, w, hidden, seed, epochs=30, size=256, rate=2e-3):
    """Mix-up (Zhang et al. 2018), dropout and weight decay; pictures are drawn by weight. @returns head for features as they come."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    inputs, labels = torch.from_numpy((x - mean) / deviation).float().clamp(-6, 6), torch.from_numpy(y.astype(np.float32))
    first, last = nn.Linear(x.shape[1], hidden), nn.Linear(hidden, 1)
    net = nn.Sequential(nn.Dropout(0.3), first, nn.ReLU(), nn.Dropout(0.3), last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=0.1)
    steps = epochs * len(x) // size
    for step in range(steps):
        optimiser.param_groups[0]["lr"] = rate * min(1, (step + 1) / 50) * (0.01 + 0.495 * (1 + np.cos(np.pi * step / steps)))
        chosen = rng.choice(len(x), size, p=w / w.sum())
        other, share = chosen[rng.permutation(size)], torch.from_numpy(rng.beta(0.4, 0.4, size).astype(np.float32))
        mixed = inputs[chosen] * share[:, None] + inputs[other] * (1 - share[:, None])
        loss = nn.functional.binary_cross_entropy_with_logits(net(mixed)[:, 0], labels[chosen] * share + labels[other] * (1 - share))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    head = nn.Sequential(nn.Linear(x.shape[1], hidden), nn.ReLU(), nn.Linear(hidden, 1))
    with torch.no_grad():
        head[0].weight.copy_(first.weight / torch.from_numpy(deviation).float())
        head[0].bias.copy_(first.bias - first.weight @ torch.from_numpy(mean / deviation).float())
        head[2].load_state_dict(last.state_dict())
    return head


def joined(heads):
    """Several heads of one hidden layer as a single one that gives the mean of their logits."""
    if len(heads) == 1:
        return heads[0]
    head = nn.Sequential(nn.Linear(heads[0][0].in_features, sum(h[0].out_features for h in heads)), nn.ReLU(), nn.Linear(sum(h[0].out_features for h in heads), 1))
    with torch.no_grad():
        for i, layer in ((0, head[0]), (2, head[2])):
            layer.bias.copy_(torch.cat([h[i].bias for h in heads]) if i == 0 else torch.stack([h[i].bias for h in heads]).mean(0))
        head[0].weight.copy_(torch.cat([h[0].weight for h in heads]))
        head[2].weight.copy_(torch.cat([h[2].weight for h in heads], 1) / len(heads))
    return head


def fit(x, y, w, options):
    if not options.hidden:
        return linear(x, y, w, options.strength)
    return joined([one_hidden(x, y, w, options.hidden, seed) for seed in range(SEEDS)])


def aligned(makers, numbers, share):
    """
    Cached pairs as further rows: genuine pictures, their copies and the pasted ones; `share` of the whole weight, half of it
    for the genuine. @returns features, labels, sources, weights summing to `share`.
    """
    xs, ys, sources, ws = [], [], [], []
    source = {p.file: p.source for p in pictures("train")}
    for maker in makers:
        for number in numbers:
            kept = np.load(work(f"pairs-{maker}-{number}.npz"))
            for kind, part in (("genuine", 2), ("copied", 1), ("pasted", 1)):
                xs.append(kept[kind].astype(np.float32))
                ys.append(np.full(len(xs[-1]), kind != "genuine"))
                sources.append(np.array([source[f] for f in kept["files"]]))
                ws.append(np.full(len(xs[-1]), float(part)))
    w = np.concatenate(ws)
    return np.concatenate(xs), np.concatenate(ys), np.concatenate(sources), w / w.sum() * share


def within(batch, scores, least=25):
    """Mean AUC within sources that hold both classes: what is left when subject and camera tell nothing."""
    y = np.array([p.generated for p in batch])
    names = np.array([p.source for p in batch])
    rows = {s: auc(y[names == s], scores[names == s]) for s in np.unique(names) if y[names == s].sum() >= least and (~y[names == s]).sum() >= least}
    return float(np.mean(list(rows.values()))), rows


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--views", type=int, nargs="+", default=[0, 1])
    options.add_argument("--hidden", type=int, default=64, help="0: logistic regression")
    options.add_argument("--strength", type=float, default=3e-3, help="of the logistic regression, as scikit-learn's C")
    options.add_argument("--matched", type=float, default=1)
    options.add_argument("--pairs", nargs="*", default=[])
    options.add_argument("--pair-weight", type=float, default=0.1)
    options.add_argument("--trial", action="store_true", help="only judge; write nothing")
    options = options.parse_args()
    torch.set_num_threads(1)
    batch = pictures("train")
    y = np.array([p.generated for p in batch])
    fold = np.array([fold_of(p.source, FOLDS) for p in batch])
    kept = [np.load(work(f"features-{v}.npz")) for v in options.views]
    views = [k["x"].astype(np.float32) for k in kept]
    w = weights(batch, options.matched)
    px, py, sources, pw = aligned(options.pairs, options.views, options.pair_weight) if options.pairs else (views[0][:0], y[:0], np.array([]), w[:0])
    pair_fold = np.array([fold_of(s, FOLDS) for s in sources])

    def fitted(m, pm):
        x = np.concatenate([*(v[m] for v in views), px[pm]])
        part = np.tile(w[m] / w[m].sum(), len(views)) / len(views)
        return fit(x, np.concatenate([np.tile(y[m], len(views)), py[pm]]), np.concatenate([part, pw[pm]]), options)

    out = np.zeros((len(y), len(views)))
    with torch.no_grad():
        for k in range(FOLDS):
            with torch.enable_grad():
                head = fitted(fold != k, pair_fold != k if len(sources) else np.zeros(0, bool))
            for v, x in enumerate(views):
                out[fold == k, v] = head(torch.from_numpy(x[fold == k]))[:, 0].numpy()
    for v, number in enumerate(options.views):
        print(f"frozen, view {number}:", summary(batch, out[:, v]), "within", round(within(batch, out[:, v])[0], 3))
    mix, together = np.array([0.0, 1.0, 0.0]), out
    scored = [v for v, k in enumerate(kept) if np.any(k["logits"])]
    if scored:
        v = scored[0]
        nets = kept[v]["logits"]
        both = np.stack([out[:, v], nets], 1)
        line = LogisticRegression(C=1e3).fit(both, y, sample_weight=source_weights(batch, 0.6) * len(y))
        mix = np.array([line.intercept_[0], *line.coef_[0]])
        together = (both @ mix[1:] + mix[0])[:, None]
        print("networks, the same view:", summary(batch, nets), "within", round(within(batch, nets)[0], 3))
        print("together:", summary(batch, together[:, 0]), "within", round(within(batch, together[:, 0])[0], 3), "| mix", mix.round(3))
    if options.trial:
        return
    np.save(work("held-out-together.npy"), together)
    net = FrozenNet(SEEDS * options.hidden)
    net.head = fitted(np.ones(len(y), bool), np.ones(len(sources), bool))
    torch.save({"net": net.state_dict(), "mix": mix}, work("frozen.pt"))


if __name__ == "__main__":
    main()
