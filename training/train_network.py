"""
Fine-tunes the network on all sources but those of one fold, which judge it.
Run: python3 -m training.train_network --fold 0 [--folds 3] [--minutes 45] [--steps 1200] [--resume]
Keeps network-<fold>.pt (running mean of the weights) and prints the held-out figures at each check.
"""
import argparse
import copy
import math
import time

import numpy as np
import torch
from torch import nn

from .measures import auc, summary
from .network import PixelNet
from .paths import work
from .pictures import fold_of, pictures, source_weights
from .views import paired, training_view

SIZE = 128


def tensor(crops):
    return torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float()


@torch.no_grad()
def scores(net, batch, view, size=SIZE):
    net.eval()
    out = []
    for i in range(0, len(batch), 16):
        out.append(net(tensor([training_view(p, view, size) for p in batch[i : i + 16]])).numpy())
    return np.concatenate(out)


@torch.no_grad()
def warm_head(net, batch, chance, rng, count=1280):
    """Starts the head as a logistic regression on the pretrained features, so that no step is spent on finding it."""
    from sklearn.linear_model import LogisticRegression

    net.eval()
    chosen = rng.choice(len(batch), count, p=chance)
    x = torch.cat([net.pooled(tensor([training_view(batch[i], 500 + n, SIZE) for n, i in enumerate(part)])) for part in np.array_split(chosen, count // 32)])
    net.norm.running_mean.copy_(x.mean(0))
    net.norm.running_var.copy_(x.var(0))
    fit = LogisticRegression(C=3e-3, max_iter=300).fit(net.norm(x).numpy(), [batch[i].generated for i in chosen])
    net.head.weight.copy_(torch.from_numpy(fit.coef_).float())
    net.head.bias.copy_(torch.from_numpy(fit.intercept_).float())


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--fold", type=int, required=True)
    options.add_argument("--folds", type=int, default=3)
    options.add_argument("--steps", type=int, default=1200)
    options.add_argument("--minutes", type=float, default=45)
    options.add_argument("--rate", type=float, default=4e-4)
    options.add_argument("--resume", action="store_true", help="go on from network-<fold>.pt instead of the pretrained weights")
    options = options.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.fold)
    rng = np.random.default_rng(options.fold)
    everything = pictures("train")
    train = [p for p in everything if fold_of(p.source, options.folds) != options.fold]
    held = [p for p in everything if fold_of(p.source, options.folds) == options.fold]
    held = [held[i] for i in np.random.default_rng(1).permutation(len(held))[:500]]
    pairs = [p for p in paired() if fold_of(p.source, options.folds) != options.fold]
    chance = source_weights(train, 0.6)
    print(len(train), "pictures,", len(pairs), "pairs", flush=True)

    net = PixelNet().to(memory_format=torch.channels_last)
    if options.resume:
        net.load_state_dict(torch.load(work(f"network-{options.fold}.pt")))
    else:
        warm_head(net, train, chance, rng)
    mean = copy.deepcopy(net)
    groups = [{"params": net.backbone.parameters(), "lr": options.rate}, {"params": [*net.head.parameters(), *net.norm.parameters()], "lr": 5 * options.rate}]
    rates = [g["lr"] for g in groups]
    optimiser = torch.optim.AdamW(groups, weight_decay=1e-2)
    start, number = time.time(), 900_000 if options.resume else 1000
    for step in range(options.steps):
        # The schedule follows whichever runs out first, steps or minutes, so that it always ends at a small rate.
        done = max(step / options.steps, (time.time() - start) / 60 / options.minutes)
        if done >= 1:
            break
        for group, rate in zip(optimiser.param_groups, rates):
            group["lr"] = rate * min(1, (step + 1) / 60) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * done)))
        crops, labels = [], []
        for i in rng.choice(len(train), 28 if pairs else 32, p=chance):
            number += 1
            crops.append(training_view(train[i], number, SIZE))
            labels.append(float(train[i].generated))
        for i in rng.integers(0, len(pairs), 2) if pairs else []:
            number += 1
            for copied in (False, True):
                crops.append(training_view(pairs[i], number, SIZE, reconstructed=copied))
                labels.append(float(copied))
        net.train()
        logits, y = net(tensor(crops)), torch.tensor(labels)
        loss = nn.functional.binary_cross_entropy_with_logits(logits, y * 0.94 + 0.03)
        if pairs:
            loss = loss + 0.1 * nn.functional.softplus(-(logits[-3::2] - logits[-4::2])).mean()
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        keep = min(0.995, (step + 1) / (step + 20))
        with torch.no_grad():
            for a, b in zip(mean.state_dict().values(), net.state_dict().values()):
                a.copy_(a * keep + b * (1 - keep) if a.dtype.is_floating_point else b)
        if step % 20 == 19:
            print(step + 1, f"{time.time() - start:.0f} s loss {float(loss):.3f} train auc {auc(y.numpy() > 0.5, logits.detach().numpy()):.2f}", flush=True)
        if step % 200 == 199:
            torch.save(mean.state_dict(), work(f"network-{options.fold}.pt"))
            print("held out", summary(held, scores(mean, held, 0)), flush=True)
    torch.save(mean.state_dict(), work(f"network-{options.fold}.pt"))
    print("held out, end", summary(held, scores(mean, held, 0)), flush=True)


if __name__ == "__main__":
    main()
