"""
What the scores of training pictures by networks and heads that never saw their source (made by train_head) say about false
alarms and generators.
Run: python3 -m training.held_out
"""
import json

import numpy as np

from .measures import auc, summary, wilson
from .paths import work
from .pictures import pictures, source_weights
from .train_head import within


def alarms_left_out(batch, logits, rate):
    """The threshold for a source comes from all other sources' genuine pictures: leave one source out."""
    genuine = np.array([not p.generated for p in batch])
    names = np.array([p.source for p in batch])
    hits, worst = 0, (0.0, 0, "")
    for source in np.unique(names[genuine]):
        mine = genuine & (names == source)
        alarms = int((logits[mine] > np.quantile(logits[genuine & ~mine], 1 - rate)).sum())
        hits += alarms
        if mine.sum() >= 20:
            worst = max(worst, (alarms / mine.sum(), int(mine.sum()), str(source)))
    return hits, int(genuine.sum()), worst


def main():
    batch, logits = pictures("train"), np.load(work("held-out-together.npy"))[:, 0]
    y = np.array([p.generated for p in batch])
    print("all held-out sources:", summary(batch, logits))
    mean, rows = within(batch, logits)
    print("within sources of both classes:", round(mean, 3), {name: round(value, 2) for name, value in rows.items()})
    weights, order = source_weights(batch, 0.0), np.argsort(logits)
    print("source-weighted AUC", round(float(np.sum(np.cumsum(weights[order] * ~y[order]) * weights[order] * y[order]) * 4), 3))
    kept = []
    for rate in (0.05, 0.02, 0.01, 0.005, 0.002):
        hits, of, worst = alarms_left_out(batch, logits, rate)
        tpr = float((logits[y] > np.quantile(logits[~y], 1 - rate)).mean())
        low, high = wilson(hits, of)
        kept.append({"rate": rate, "alarms": hits, "genuine": of, "worst": worst, "tpr": tpr})
        print(f"nominal {rate:.3f}: pooled {hits}/{of} [{low:.3f}-{high:.3f}], worst {worst[0]:.2f} of {worst[1]} ({worst[2]}), TPR {tpr:.3f}")
    generators = {p.generator for p in batch if p.generated}
    table = [(auc(np.r_[np.ones(m.sum()), np.zeros((~y).sum())], np.r_[logits[m], logits[~y]]), int(m.sum()), g) for g in generators for m in [np.array([p.generator == g for p in batch])] if m.sum() >= 20]
    for value, count, name in sorted(table):
        print(f"{value:.3f} {count:4d} {name}")
    work("held-out.json").write_text(json.dumps(kept, indent=1))


if __name__ == "__main__":
    main()
