"""
Gradient features of a strip of grey samples, the twin of lib/evidence/visible-mark/features.ts: eight signed directions,
each gradient weighed against its neighbourhood so that faint and strong edges speak alike, pooled over 4x4 samples
(triangle) every second sample.
"""
import numpy as np

EM = 16
CELL = 2
DIRECTIONS = 8
REACH = 12
FLOOR = 2.0
WINDOW = 9
COARSE_WINDOW = 5


def box_mean(values, reach):
    """Mean over the square of side 2*reach+1 clipped to the strip."""
    height, width = values.shape
    total = np.zeros((height + 1, width + 1))
    total[1:, 1:] = values.cumsum(0).cumsum(1)
    y0, y1 = np.maximum(np.arange(height) - reach, 0), np.minimum(np.arange(height) + reach + 1, height)
    x0, x1 = np.maximum(np.arange(width) - reach, 0), np.minimum(np.arange(width) + reach + 1, width)
    sums = total[y1][:, x1] - total[y0][:, x1] - total[y1][:, x0] + total[y0][:, x0]
    return sums / ((y1 - y0)[:, None] * (x1 - x0)[None, :])


def features(grey):
    """@param grey (h, w) floats 0..255. @returns (h // 2, w // 2, 8) float32; cell (j, i) is centred on sample (2j + 0.5, 2i + 0.5)."""
    grey = np.asarray(grey, np.float64)
    padded = np.pad(grey, 1, mode="edge")
    dx = (padded[1:-1, 2:] - padded[1:-1, :-2]) / 2
    dy = (padded[2:, 1:-1] - padded[:-2, 1:-1]) / 2
    size = np.hypot(dx, dy)
    weight = size / (size + box_mean(size, REACH) + FLOOR)
    angle = np.arctan2(dy, dx) * (DIRECTIONS / (2 * np.pi))
    low = np.floor(angle)
    share = angle - low
    low = low.astype(int) % DIRECTIONS
    height, width = grey.shape
    planes = np.zeros((height, width, DIRECTIONS))
    rows, columns = np.mgrid[0:height, 0:width]
    planes[rows, columns, low] += weight * (1 - share)
    planes[rows, columns, (low + 1) % DIRECTIONS] += weight * share
    planes = np.pad(planes, ((1, 2), (1, 2), (0, 0)))
    kernel = (0.125, 0.375, 0.375, 0.125)
    h, w = height // CELL, width // CELL
    across = sum(k * planes[:, i : i + 2 * w : 2] for i, k in enumerate(kernel))
    return sum(k * across[i : i + 2 * h : 2] for i, k in enumerate(kernel)).astype(np.float32)


def windows(cells, places, side=WINDOW):
    """@param places (n, 2) of (row, column) of the centre cell. @returns (n, side * side * 8); outside is 0."""
    half = side // 2
    padded = np.pad(cells, ((half, half), (half, half), (0, 0)))
    return np.stack([padded[r : r + side, c : c + side].ravel() for r, c in places])


def coarse(cells):
    """Every second cell, with half of its neighbours: what the filters that look for text see."""
    padded = np.pad(cells, ((1, 2), (1, 2), (0, 0)))
    h, w = (cells.shape[0] + 1) // 2, (cells.shape[1] + 1) // 2
    across = sum(k * padded[:, i : i + 2 * w : 2][:, :w] for i, k in enumerate((0.25, 0.5, 0.25)))
    return sum(k * across[i : i + 2 * h : 2][:h] for i, k in enumerate((0.25, 0.5, 0.25))).astype(np.float32)
