"""
Trains the line reader: a small convolutional network that names the tile centred on every second column of a line of text,
with the words around it in view.
Run: nice -n 15 python3 -m training.marks.train_lines --minutes 30
"""
import argparse
import glob
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from ..paths import work
from .lines import HEIGHT, IGNORED, OTHER, STEP, WIDTH

CHANNELS = (16, 16, 32, 32, 48, 96)
REACH = 12
FLOOR = 6.0


def evened(x, span):
    """
    Brightness less its mean in a square around each sample, over its deviation there.
    @param x (n, 32, w) bytes. @param span (n, 4) first and last column and row that hold picture; elsewhere the result is 0.
    """
    x = x.float()[:, None]
    columns, rows = torch.arange(x.shape[3]), torch.arange(x.shape[2])
    held = ((columns >= span[:, :1]) & (columns < span[:, 1:2])).float()[:, None, None] * ((rows >= span[:, 2:3]) & (rows < span[:, 3:])).float()[:, None, :, None]
    near = lambda n: ((torch.arange(n)[:, None] - torch.arange(n)).abs() <= REACH).float()
    down, across = near(x.shape[2]), near(x.shape[3])
    mean = lambda v: down @ (v @ across)
    count = mean(held).clamp_min(1e-6)
    x = x * held
    middle = mean(x) / count
    spread = (mean(x * x) / count - middle * middle).clamp_min(0).sqrt()
    return (x - middle) / (spread + FLOOR) * held


class LineReader(nn.Module):
    """Five convolutions that bring 32 rows to one and two columns to one, then three along the line, ever wider."""

    def __init__(self, classes=OTHER + 1):
        super().__init__()
        a, b, c, d, e, f = CHANNELS
        self.rows = nn.ModuleList([nn.Conv2d(1, a, 5, 2, 2), nn.Conv2d(a, b, 3, (2, 1), 1), nn.Conv2d(b, c, 3, 1, 1), nn.Conv2d(c, d, 3, (2, 1), 1), nn.Conv2d(d, e, 3, 1, 1)])
        self.fold = nn.Conv2d(e, f, (HEIGHT // 8, 3), 1, (0, 1))
        self.along = nn.ModuleList([nn.Conv1d(f, f, 3, 1, reach, reach) for reach in (1, 2, 4)])
        self.last = nn.Conv1d(f, classes, 1)
        self.drop = nn.Dropout(0.05)

    def forward(self, x):
        """@param x (n, 1, 32, w). @returns logits (n, classes, w / 2)."""
        for layer in self.rows:
            x = F.relu(layer(x))
        x = F.relu(self.fold(x))[:, :, 0]
        for layer in self.along:
            x = x + F.relu(layer(x))
        return self.last(self.drop(x))


def varied(x, rng):
    """Other brightness, strength and grain, as no file was drawn with."""
    n = len(x)
    gain = torch.from_numpy(rng.uniform(0.6, 1.3, (n, 1, 1)).astype(np.float32))
    grain = torch.from_numpy((rng.random((n, 1, 1)) < 0.3).astype(np.float32) * rng.uniform(0, 5, (n, 1, 1)).astype(np.float32))
    return (x.float() - 128) * gain + 128 + torch.randn(x.shape) * grain


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--resume", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    parts = [np.load(name) for name in sorted(glob.glob(str(work("marks/lines-*.npz"))))]
    x, span, y = (torch.from_numpy(np.concatenate([part[key] for part in parts])) for key in ("x", "span", "y"))
    y = y.long()
    order = rng.permutation(len(x))
    held, kept = order[: len(x) // 40], order[len(x) // 40 :]
    print(len(x), "lines", flush=True)
    model = LineReader().to(memory_format=torch.channels_last)
    if options.resume:
        model.load_state_dict(torch.load(work("marks/lines.pt")))
    optimiser = torch.optim.AdamW(model.parameters(), options.rate, weight_decay=1e-3)
    begun, batch, seen, losses = time.time(), 64, 0, []
    while (gone := (time.time() - begun) / 60 / options.minutes) < 1:
        for group in optimiser.param_groups:
            group["lr"] = options.rate * min(1, seen / 10000 + 0.05) * 0.5 * (1 + np.cos(np.pi * gone)) + 1e-6
        at = rng.choice(kept, batch, replace=False)
        flat = evened(varied(x[at], rng), span[at])
        with torch.autocast("cpu", torch.bfloat16):
            logits = model(flat)
        loss = F.cross_entropy(logits.float(), y[at], ignore_index=IGNORED)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimiser.step()
        seen += batch
        losses.append(loss.item())
        if seen % (batch * 200) == 0:
            print(f"{seen} seen, {time.time() - begun:.0f} s, loss {np.mean(losses[-200:]):.4f}", flush=True)
            torch.save(model.state_dict(), work("marks/lines.pt"))
    model.eval()
    with torch.no_grad():
        p = torch.cat([model(evened(x[held[i : i + 64]], span[held[i : i + 64]])).softmax(1) for i in range(0, len(held), 64)])
    truth, best = y[held], p.argmax(1)
    print("tiles read", float((best == truth)[truth > 0].float().mean()), "background kept", float((best == 0)[truth == 0].float().mean()))
    torch.save(model.state_dict(), work("marks/lines.pt"))


if __name__ == "__main__":
    main()
