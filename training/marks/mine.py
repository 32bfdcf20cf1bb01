"""
Adds what the last recogniser takes for a tile in the edge bands of genuine photographs, as background.
Run: nice -n 15 python3 -m training.marks.mine --count 700
"""
import argparse
import glob

import numpy as np
import torch
from PIL import Image

from ..paths import PHOTOS, work
from . import train
from .features import COARSE_WINDOW, EM, WINDOW, coarse, features, windows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=700)
    options = parser.parse_args()
    torch.set_num_threads(1)
    rng = np.random.default_rng(5)
    state = torch.load(work("marks/trained.pt"))
    net = train.recogniser()
    net.load_state_dict(state["recogniser"])
    net.eval()
    seeker = train.seeker()
    seeker.load_state_dict(state["anchors"])
    # Every second one; false alarms are counted on the others too.
    names = sorted(glob.glob(str(PHOTOS / "train" / "real" / "*")))[::2]
    kept, small = [], []
    for n, i in enumerate(rng.choice(len(names), options.count, replace=False)):
        image = Image.open(names[i]).convert("L")
        short = min(image.size)
        em = short * float(np.exp(rng.uniform(np.log(0.015), np.log(0.06))))
        if em < 7:
            em = 7.0
        depth = int(0.06 * short + 1.8 * em)
        top = 0 if rng.random() < 0.4 else image.height - depth
        band = image.crop((0, top, image.width, top + depth))
        band = band.resize((round(band.width * EM / em), round(band.height * EM / em)), Image.Resampling.BILINEAR)
        grey = np.asarray(band, np.float32)
        cells = features(grey if rng.random() < 0.6 else 255 - grey)
        h, w = cells.shape[:2]
        places = 2 * np.stack([rng.integers(0, h // 2, 1000), rng.integers(0, w // 2, 1000)], 1)
        x, z = windows(cells, places), windows(coarse(cells), places // 2, COARSE_WINDOW)
        busy = x.sum(1) > 0.28 * WINDOW * WINDOW
        x, z = x[busy], z[busy]
        if not len(x):
            continue
        with torch.no_grad():
            p = net(torch.from_numpy(x) * train.SCALE).softmax(1)[:, 0].numpy()
            scores = seeker(torch.from_numpy(z) * train.SCALE).numpy()
        chosen = set(np.argsort(p)[:30]) | {k for column in scores.T for k in np.argsort(-column)[:8]}
        kept.append(x[sorted(chosen)].astype(np.float16))
        small.append(z[sorted(chosen)].astype(np.float16))
        if n % 100 == 99:
            print(n + 1, float((p < 0.5).mean()), flush=True)
    x = np.concatenate(kept)
    np.savez(work("marks/windows-90.npz"), x=x, z=np.concatenate(small), y=np.zeros(len(x), np.int16))
    print(len(x))


if __name__ == "__main__":
    main()
