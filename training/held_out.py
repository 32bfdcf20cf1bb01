"""
Scores of every training picture by the one network that never saw its source (leave-source-out), and what they say
about false alarms.
Run: python3 -m training.held_out [--folds 3] [--views 2]
"""
import argparse
import json
import time

import numpy as np
import torch

from .measures import auc, summary, tpr_at, wilson, worst_sources
from .network import PixelNet
from .paths import work
from .pictures import fold_of, pictures, source_weights
from .train_network import scores

SIZE = 160


def held_out_scores(folds: int, views: int):
    """@returns the pictures and (pictures, views) logits; computed once and kept."""
    batch = pictures("train")
    target = work(f"held-out-{folds}-{views}.npy")
    if target.exists():
        return batch, np.load(target)
    logits, start = np.zeros((len(batch), views)), time.time()
    for fold in range(folds):
        net = PixelNet().to(memory_format=torch.channels_last)
        net.load_state_dict(torch.load(work(f"network-{fold}.pt")))
        index = [i for i, p in enumerate(batch) if fold_of(p.source, folds) == fold]
        for view in range(views):
            logits[index, view] = scores(net, [batch[i] for i in index], view, SIZE)
            print(fold, view, f"{time.time() - start:.0f} s", summary([batch[i] for i in index], logits[index, view]), flush=True)
    np.save(target, logits)
    return batch, logits


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--folds", type=int, default=3)
    options.add_argument("--views", type=int, default=2)
    options = options.parse_args()
    torch.set_num_threads(1)
    batch, logits = held_out_scores(options.folds, options.views)
    y = np.array([p.generated for p in batch])
    mean = logits.mean(1)
    print(f"all held-out sources, mean of {options.views} views: {summary(batch, mean)}")
    weights = source_weights(batch, 0.0)
    order = np.argsort(mean)
    print("source-weighted AUC", round(float(np.sum(np.cumsum(weights[order] * ~y[order]) * weights[order] * y[order]) * 4), 3))
    rows = []
    for view in range(options.views):
        for rate in (0.05, 0.02, 0.01, 0.005, 0.002):
            # The threshold for a source comes from all other sources' genuine pictures: leave one source out.
            hits = of = 0
            worst = (0.0, 0, "")
            for source in {p.source for p in batch if not p.generated}:
                mine = np.array([p.source == source and not p.generated for p in batch])
                threshold = np.quantile(logits[~y & ~mine, view], 1 - rate)
                alarms = int((logits[mine, view] > threshold).sum())
                hits, of = hits + alarms, of + int(mine.sum())
                if mine.sum() >= 20:
                    worst = max(worst, (alarms / mine.sum(), int(mine.sum()), source))
            threshold = np.quantile(logits[~y, view], 1 - rate)
            rows.append({"view": view, "rate": rate, "threshold": float(threshold), "alarms": hits, "genuine": of, "worst": worst, "tpr": float((logits[y, view] > threshold).mean())})
            low, high = wilson(hits, of)
            print(f"view {view} nominal {rate:.3f}: threshold {threshold:.2f}, pooled {hits}/{of} [{low:.3f}-{high:.3f}], worst {worst[0]:.2f} of {worst[1]} ({worst[2]}), TPR {rows[-1]['tpr']:.3f}")
    work("held-out.json").write_text(json.dumps(rows, indent=1))


if __name__ == "__main__":
    main()
