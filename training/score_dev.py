"""
Logits of whole dev pictures by the networks as exported, cropped as lib/runtime/classifier does: what `npm run evaluate
-- --scores` writes, computed by PyTorch, for machines where the runtime would take too long. `npm run evaluate -- --from`
prints the tables from it.
Run: python3 -m training.score_dev [--limit 20] [--half]
"""
import argparse
import json
import time

import numpy as np
import torch
from PIL import Image

from .network import FrozenNet, PixelNet
from .paths import work
from .pictures import pictures
from .resample import reduced, within_side
from .views import grid

SIZE, MOST, LONGEST = 224, 12, 1600


def texture(rgb) -> float:
    """Mean magnitude of the luma's cross-difference (crops.ts)."""
    y = rgb.astype(np.float32) @ np.array([0.299, 0.587, 0.114], np.float32)
    return float(np.abs(y[1:, 1:] - y[1:, :-1] - y[:-1, 1:] + y[:-1, :-1]).mean())


def textured_crops(rgb):
    """The more textured half of the grid's crops; empty when the picture is smaller than one."""
    height, width = rgb.shape[:2]
    small = within_side(width, height, LONGEST)
    if small != (width, height):
        rgb = reduced(rgb, *small)
    crops = [rgb[y : y + SIZE, x : x + SIZE] for x, y in grid(rgb.shape[1], rgb.shape[0], SIZE, MOST)]
    order = sorted(range(len(crops)), key=lambda i: -texture(crops[i]))
    return [crops[i] for i in order[: -(-len(crops) // 2)]]


def shipped(half=False):
    """@returns function from uint8 crops (n, 224, 224, 3) to logits (n,) of the networks as exported."""
    frozen, (lift, of_frozen, of_nets) = FrozenNet.load(work("frozen.pt"))
    nets = [PixelNet.load(work(f"network-{k}.pt")) for k in range(3)] if of_nets else []

    @torch.no_grad()
    def score(crops):
        x = torch.from_numpy(np.stack(crops)).permute(0, 3, 1, 2).float()
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            logits = lift + of_frozen * frozen(x).float()
            return (logits + sum(of_nets / len(nets) * net(x).float() for net in nets)).numpy()

    return score


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--limit", type=int, default=None)
    options.add_argument("--half", action="store_true", help="bfloat16 inside: a third of the time where the processor has it")
    options = options.parse_args()
    torch.set_num_threads(1)
    score, out, start = shipped(options.half), {}, time.time()
    for picture in pictures("dev")[: options.limit]:
        crops = textured_crops(np.asarray(Image.open(picture.path).convert("RGB")))
        if not crops:
            continue
        out[picture.path.name] = float(score(crops).mean())
        if len(out) % 50 == 0:
            print(len(out), f"{time.time() - start:.0f} s", flush=True)
    work("dev-logits.json").write_text(json.dumps(out))


if __name__ == "__main__":
    main()
