"""Area-average reduction, twin of lib/runtime/classifier/resample.ts: rounded once at the end, half up."""
import numpy as np


def coverage(before: int, after: int):
    """@returns (after, before) matrix of shares."""
    shares, ratio = np.zeros((after, before)), before / after
    for i in range(after):
        start, end = i * ratio, min((i + 1) * ratio, before)
        for at in range(int(start), int(np.ceil(end))):
            shares[i, at] = (min(end, at + 1) - max(start, at)) / ratio
    return shares


def reduced(rgb, width: int, height: int):
    """@param rgb uint8 (h, w, 3). @returns uint8 (height, width, 3)."""
    out = np.einsum("ih,hwc,jw->ijc", coverage(rgb.shape[0], height), rgb.astype(np.float64), coverage(rgb.shape[1], width), optimize=True)
    return np.floor(out + 0.5).clip(0, 255).astype(np.uint8)


def within_side(width: int, height: int, longest: int):
    long = max(width, height)
    if long <= longest:
        return width, height
    return max(1, int(width * longest / long + 0.5)), max(1, int(height * longest / long + 0.5))
