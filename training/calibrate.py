"""
From logits of whole dev pictures (as the shipped runtime gives them) to log10 likelihood ratios per quality band, and the
logit below which the support never reads `moderate`: chosen so that, with every source's threshold taken from all other
sources, false alarms stay within 1 % pooled and 5 % on the worst source of 20 pictures or more.
Run: npm run evaluate -- --scores training/.work/dev-scores.json, then python3 -m training.calibrate [--held-out FILE.npy]
"""
import argparse
import json
import math

import numpy as np
from scipy.optimize import minimize

from .measures import auc, wilson
from .paths import MODELS, ROOT, WORK
from .pictures import pictures

BANDS = ["jpeg-fine", "jpeg-middle", "jpeg-coarse", "other"]
POOLED, WORST, LEAST = 0.01, 0.05, 20


def line(x, y, weights, prior, strength):
    """Logistic regression log-odds = a + b*x, both drawn to `prior` with the given strength; b never negative."""
    def loss(p):
        z = (p[0] + p[1] * x) * np.where(y, 1, -1)
        return float((weights * np.logaddexp(0, -z)).sum() + strength * ((p[0] - prior[0]) ** 2 + (p[1] - prior[1]) ** 2))
    return minimize(loss, prior, bounds=[(-9, 9), (0, 9)]).x


def balanced(y, sources):
    """Each class weighs half of all pictures; within it a source counts as the root of its number of pictures."""
    weights = np.zeros(len(y))
    for label in (False, True):
        m = y == label
        _, inverse, counts = np.unique(sources[m], return_inverse=True, return_counts=True)
        w = counts[inverse] ** -0.5
        weights[m] = w / w.sum() * len(y) / 2
    return weights


def fit(x, y, sources, bands):
    pooled = line(x, y, balanced(y, sources), np.array([0.0, 0.5]), 1e-3)
    out = {}
    for band in BANDS:
        m = bands == band
        enough = m.sum() and y[m].any() and not y[m].all()
        out[band] = line(x[m], y[m], balanced(y[m], sources[m]), pooled, 10.0) if enough else pooled
    return out


def left_out(x, sources, quantile):
    """Alarms on each source by the threshold of all others. @returns alarms, count, worst (share, count, source)."""
    alarms, worst = 0, (0.0, 0, "")
    for source in np.unique(sources):
        mine = sources == source
        hits = int((x[mine] > np.quantile(x[~mine], quantile)).sum())
        alarms += hits
        if mine.sum() >= LEAST:
            worst = max(worst, (hits / mine.sum(), int(mine.sum()), str(source)))
    return alarms, len(x), worst


def guard(x, sources):
    """The lowest quantile, and its threshold, at which the left-out sources keep the floor."""
    for quantile in np.arange(0.985, 1.0001, 0.001):
        alarms, count, worst = left_out(x, sources, min(1, quantile))
        if alarms / count <= POOLED and worst[0] <= WORST:
            break
    return float(np.quantile(x, min(1, quantile))), min(1, float(quantile)), alarms, count, worst


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--scores", default=str(WORK / "dev-scores.json"))
    options.add_argument("--held-out", default=None, help="(pictures, views) logits of the training pictures by networks that never saw their source")
    options = options.parse_args()
    rows = json.load(open(options.scores))
    x = np.array([r["logit"] for r in rows])
    y = np.array([r["generated"] for r in rows])
    sources, bands = np.array([r["source"] for r in rows]), np.array([r["band"] for r in rows])
    lines = fit(x, y, sources, bands)

    thresholds = []
    limit, quantile, alarms, count, worst = guard(x[~y], sources[~y])
    thresholds.append(limit)
    print(f"dev, whole pictures: threshold {limit:.3f} (quantile {quantile:.3f}); left out {alarms}/{count}, worst {worst}; TPR {np.mean(x[y] > limit):.3f}")
    if options.held_out:
        batch = pictures("train")
        genuine = np.array([not p.generated for p in batch])
        names = np.array([p.source for p in batch])
        logits = np.load(options.held_out).reshape(len(batch), -1)
        for view in range(logits.shape[1]):
            limit, quantile, alarms, count, worst = guard(logits[genuine, view], names[genuine])
            thresholds.append(limit)
            low, high = wilson(alarms, count)
            print(f"training pictures, held-out networks, view {view}: threshold {limit:.3f} (quantile {quantile:.3f}); {alarms}/{count} [{low:.4f}-{high:.4f}], worst {worst}; TPR {np.mean(logits[~genuine, view] > limit):.3f}")
    moderate = max(thresholds)
    print(f"moderate from logit {moderate:.3f}: dev genuine above {int((x[~y] > moderate).sum())}/{int((~y).sum())}, generated {int((x[y] > moderate).sum())}/{int(y.sum())}")

    # What the calibration does on sources it was not fitted to.
    ratio = np.zeros(len(x))
    for source in np.unique(sources):
        m = sources == source
        part = fit(x[~m], y[~m], sources[~m], bands[~m])
        ratio[m] = [(part[b][0] + part[b][1] * v) / math.log(10) for b, v in zip(bands[m], x[m])]
    capped = np.where(x < moderate, np.minimum(ratio, 0.95), ratio)
    cllr = 0.5 * (np.mean(np.log2(1 + 10 ** -capped[y])) + np.mean(np.log2(1 + 10 ** capped[~y])))
    print(f"left-source-out on dev: Cllr {cllr:.3f}, AUC {auc(y, capped):.3f}, moderate on genuine {int((capped[~y] >= 1).sum())}/{int((~y).sum())}, on generated {int((capped[y] >= 1).sum())}/{int(y.sum())}")

    model = json.loads((MODELS / "pixels/card.json").read_text())["id"]
    entries = []
    for band in BANDS:
        m = bands == band
        a, b = lines[band] / math.log(10)
        print(f"{band}: log10 LR = {a:.3f} + {b:.3f} x, genuine {int((m & ~y).sum())}, generated {int((m & y).sum())}; reaches {a + b * x.max():.2f} at the highest logit")
        name = f"'{band}'" if "-" in band else band
        entries.append(f"    {name}: {{ intercept: {a:.4f}, slope: {b:.4f}, moderateFrom: {moderate:.3f}, genuine: {int((m & ~y).sum())}, generated: {int((m & y).sum())} }},")
    target = ROOT / "lib/analysers/learned/calibration.ts"
    target.write_text(
        "// Written by training/calibrate.py from whole pictures of sources the networks never saw. Do not edit.\n"
        "import type { Calibration } from './likelihood';\n\n"
        f"export const calibration: Calibration = {{\n  model: '{model}',\n  bands: {{\n" + "\n".join(entries) + "\n  },\n};\n"
    )


if __name__ == "__main__":
    main()
