"""
Writes lib/evidence/visible-mark/recogniser.json (signed bytes, one scale per row) and the frozen case its parity test reads.
Run: python3 -m training.marks.export
"""
import base64
import json

import numpy as np
import torch

from ..paths import ROOT, work
from . import strings
from .features import COARSE_WINDOW, coarse, features, windows
from .train import ANCHORS, SCALE


def stored(weight, bias, factor=1.0):
    """@returns (what is written, the weights as they will be read back)."""
    weight = weight.detach().numpy() * factor
    scales = np.maximum(np.abs(weight).max(1), 1e-9) / 127
    whole = np.round(weight / scales[:, None]).astype(np.int8)
    scales = np.array([float(f"{scale:.6g}") for scale in scales])
    bias = np.array([float(f"{value:.6g}") for value in bias.detach().numpy()])
    written = {"weights": base64.b64encode(whole.tobytes()).decode().rstrip("="), "scales": scales.tolist(), "bias": bias.tolist()}
    return written, whole * scales[:, None], bias


def frozen_strip(height=40, width=96):
    """Waves and noise of a linear congruential generator (Numerical Recipes) in whole numbers: the same in TypeScript."""
    grey, state = np.zeros((height, width)), 7
    for y in range(height):
        for x in range(width):
            state = (1664525 * state + 1013904223) % 2**32
            grey[y, x] = (((x * 5 + y * 3) % 64) * 2 + ((x // 7 + y // 5) % 2) * 60 + (state >> 27)) % 256
    return grey


def main():
    state = torch.load(work("marks/trained.pt"))
    net, anchors = state["recogniser"], state["anchors"]
    hidden, w1, b1 = stored(net["0.weight"], net["0.bias"], SCALE)
    output, w2, b2 = stored(net["3.weight"], net["3.bias"])
    seeking, w3, b3 = stored(anchors["0.weight"], anchors["0.bias"], SCALE)
    found, w4, b4 = stored(anchors["2.weight"], anchors["2.bias"])
    data = {"classes": strings.CLASSES, "anchorNames": ANCHORS, "hidden": hidden, "output": output, "anchors": {"hidden": seeking, "output": found}}
    folder = ROOT / "lib" / "evidence" / "visible-mark"
    (folder / "recogniser.json").write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n")
    places = [(8, 12), (4, 30), (0, 0), (18, 46), (14, 20)]
    cells = features(frozen_strip())
    x = windows(cells, places).astype(np.float64)
    z = windows(coarse(cells), np.array(places) // 2, COARSE_WINDOW).astype(np.float64)
    logits = np.maximum(x @ w1.T + b1, 0) @ w2.T + b2
    frozen = {"places": places, "logits": logits.round(6).tolist(), "anchors": (np.maximum(z @ w3.T + b3, 0) @ w4.T + b4).round(6).tolist()}
    fixtures = ROOT / "tests" / "fixtures" / "marks"
    fixtures.mkdir(parents=True, exist_ok=True)
    (fixtures / "parity.json").write_text(json.dumps(frozen) + "\n")
    print((folder / "recogniser.json").stat().st_size, "bytes")


if __name__ == "__main__":
    main()
