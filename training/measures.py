"""Figures every table of the training reports, counted the same way everywhere."""
import numpy as np


def auc(generated, scores) -> float:
    """Share of (generated, genuine) pairs in the right order; ties count half."""
    generated, scores = np.asarray(generated, bool), np.asarray(scores, float)
    if generated.all() or not generated.any():
        return float("nan")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    n, m = generated.sum(), (~generated).sum()
    return float((ranks[generated].sum() - n * (n + 1) / 2) / (n * m))


def tpr_at(generated, scores, rate: float) -> float:
    """Share of generated pictures above the threshold that at most `rate` of the genuine exceed."""
    generated, scores = np.asarray(generated, bool), np.asarray(scores, float)
    genuine = np.sort(scores[~generated])
    threshold = genuine[int(np.ceil((1 - rate) * len(genuine) - 1e-9)) - 1]
    return float((scores[generated] > threshold).mean())


def wilson(hits: int, of: int, z=1.96):
    """95 % interval of a share (Wilson 1927)."""
    if of == 0:
        return 0.0, 1.0
    p, d = hits / of, 1 + z * z / of
    centre, half = (p + z * z / (2 * of)) / d, z * np.sqrt(p * (1 - p) / of + z * z / (4 * of * of)) / d
    return max(0.0, centre - half), min(1.0, centre + half)


def worst_sources(batch, scores, threshold: float, least=20):
    """Sources of genuine pictures by their share above the threshold, worst first: (share, count, source)."""
    sources: dict[str, list[float]] = {}
    for picture, score in zip(batch, scores):
        if not picture.generated:
            sources.setdefault(picture.source, []).append(score)
    rows = [(float(np.mean(np.array(s) > threshold)), len(s), name) for name, s in sources.items() if len(s) >= least]
    return sorted(rows, reverse=True)


def summary(batch, scores) -> str:
    y = np.array([p.generated for p in batch])
    threshold = np.quantile(np.asarray(scores)[~y], 0.95)
    worst = worst_sources(batch, scores, threshold, 10)[:2]
    return f"auc {auc(y, scores):.3f} tpr5 {tpr_at(y, scores, 0.05):.3f} tpr1 {tpr_at(y, scores, 0.01):.3f} worst {[(round(a, 2), n, s[:18]) for a, n, s in worst]}"
