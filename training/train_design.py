"""
Trains one of the published designs from scratch on ready views (bank.py), holding out one fold; then scores the fold and whole
dev pictures. Run: python3 -m training.train_design --design npr|safe [--width 64] [--minutes 40] [--half]
"""
import argparse
import math
import time

import numpy as np
import torch
from PIL import Image
from torch import nn

from .bank import bank
from .designs import CutResNet
from .measures import summary
from .paths import work
from .pictures import fold_of, pictures, source_weights
from .views import picture_crops, random_crop

SIZE = 128


def tensor(crops):
    return torch.from_numpy(np.ascontiguousarray(np.stack(crops))).permute(0, 3, 1, 2).float()


def masked(x, rng):
    """Hides 16-pixel squares of a tenth of every crop (SAFE's patch mask)."""
    keep = torch.from_numpy(rng.random((x.shape[0], 1, x.shape[2] // 16, x.shape[3] // 16)) > 0.1).float()
    return x * nn.functional.interpolate(keep, scale_factor=16)


@torch.no_grad()
def scores(net, crops):
    return np.concatenate([net(tensor(crops[i : i + 16])).numpy() for i in range(0, len(crops), 16)])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--design", choices=["npr", "safe"], required=True)
    options.add_argument("--width", type=int, default=64, help="64 in the papers")
    options.add_argument("--minutes", type=float, default=40, help="of this process's own processor time")
    options.add_argument("--wall", type=float, default=600, help="minutes by the clock after which it ends too, at a small rate")
    options.add_argument("--fold", type=int, default=0)
    options.add_argument("--half", action="store_true", help="bfloat16 inside: half the time where the processor has it")
    options = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    rng = np.random.default_rng(0)
    batch, views = pictures("train"), bank()
    folds = np.array([fold_of(p.source, 3) for p in batch])
    train, held = np.flatnonzero(folds != options.fold), np.flatnonzero(folds == options.fold)
    chance = source_weights([batch[i] for i in train], 0.6)

    def drawn(i):
        """A random part of a random view of one training picture, perhaps mirrored."""
        crop = random_crop(Image.fromarray(views[i, rng.integers(views.shape[1])]), SIZE, rng)
        return crop[:, ::-1] if rng.random() < 0.5 else crop

    net = CutResNet(options.design, options.width).to(memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-2)
    start, clock, step, losses = time.process_time(), time.time(), 0, []
    while (done := max((time.process_time() - start) / 60 / options.minutes, (time.time() - clock) / 60 / options.wall)) < 1:
        optimiser.param_groups[0]["lr"] = 2e-3 * min(1, (step + 1) / 30) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        chosen = rng.choice(train, 32, p=chance)
        x = tensor([drawn(i) for i in chosen])
        y = torch.tensor([float(batch[i].generated) for i in chosen])
        net.train()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.half):
            logits = net(masked(x, rng) if options.design == "safe" else x)
        loss = nn.functional.binary_cross_entropy_with_logits(logits.float(), y * 0.94 + 0.03)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        losses.append(float(loss))
        step += 1
        if step % 100 == 0:
            print(step, f"{(time.process_time() - start) / 60:.1f} min, loss {np.mean(losses[-100:]):.3f}", flush=True)
    count = sum(p.numel() for p in net.parameters())
    print(options.design, f"width {options.width}, {count} parameters, {step} steps of 32 crops, {(time.process_time() - start) / 60:.1f} processor-minutes")
    net.eval()
    torch.save(net.state_dict(), work(f"design-{options.design}.pt"))
    on_held = scores(net, [views[i, 0] for i in held])
    np.save(work(f"design-{options.design}-held.npy"), on_held)
    print("held out:", summary([batch[i] for i in held], on_held), flush=True)
    dev = pictures("dev")
    crops = [picture_crops(Image.open(p.path), 256, 6) for p in dev]
    owner = np.repeat(np.arange(len(dev)), [len(c) for c in crops])
    on_dev = np.bincount(owner, scores(net, [c for part in crops for c in part])) / np.bincount(owner)
    np.save(work(f"design-{options.design}-dev.npy"), on_dev)
    print("dev:", summary(dev, on_dev), flush=True)


if __name__ == "__main__":
    main()
