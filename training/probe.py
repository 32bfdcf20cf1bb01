"""
The plainest model: a logistic regression on the pretrained backbone's pooled features, nothing fine-tuned. First weights
of the product and the yardstick for everything after.
Run: python3 -m training.cache_backbone train && python3 -m training.cache_backbone dev && python3 -m training.probe
"""
import numpy as np
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from .cache_backbone import TAPS as CACHED
from .measures import summary
from .network import TAPS, WIDTHS, PixelNet
from .paths import work
from .pictures import fold_of, pictures, source_weights

CACHED_WIDTHS = [32, 16, 24, 32, 64, 96, 320]


def columns():
    """Places of the network's own taps among the cached features."""
    edges = np.cumsum([0] + [2 * w for w in CACHED_WIDTHS])
    return np.concatenate([np.arange(edges[CACHED.index(t + 1)], edges[CACHED.index(t + 1)] + 2 * WIDTHS[t]) for t in TAPS])


def main():
    batch, dev = pictures("train"), pictures("dev")
    x = np.load(work("backbone-train-0.npz"))["x"][:, columns()]
    kept = np.load(work("backbone-dev.npz"))
    y, weights = np.array([p.generated for p in batch]), source_weights(batch, 0.5)
    scaler = StandardScaler().fit(x)
    a, b = scaler.transform(x), scaler.transform(kept["x"][:, columns()])
    fold = np.array([fold_of(p.source, 5) for p in batch])
    for c in (3e-3, 1e-2, 3e-2):
        out = np.zeros(len(y))
        for k in range(5):
            m = fold != k
            out[~m] = LogisticRegression(C=c, max_iter=300).fit(a[m], y[m], sample_weight=weights[m] * m.sum()).decision_function(a[~m])
        fit = LogisticRegression(C=c, max_iter=300).fit(a, y, sample_weight=weights * len(y))
        on_dev = np.bincount(kept["owner"], fit.decision_function(b)) / np.bincount(kept["owner"])
        print(c, "held out:", summary(batch, out), "| dev:", summary(dev, on_dev), flush=True)
        if c == 1e-2:
            net = PixelNet()
            net.norm.running_mean.copy_(torch.from_numpy(scaler.mean_))
            net.norm.running_var.copy_(torch.from_numpy(scaler.var_))
            with torch.no_grad():
                net.head.weight.copy_(torch.from_numpy(fit.coef_))
                net.head.bias.copy_(torch.from_numpy(fit.intercept_))
            torch.save(net.state_dict(), work("network-probe.pt"))
            np.save(work("probe-held-out.npy"), out)


if __name__ == "__main__":
    main()
