"""Independent answers for tests/lib/evidence/oracle.test.ts: numpy, scipy and Pillow against the TypeScript of lib/evidence.

Makes grey pictures with known grids and known resize factors and says what ZERO (IPOL 2021.390), the periodogram test
and the shifted-grid test of detection research ought to give for them, written from the definitions with whole-picture
transforms instead of running sums. Run from the project's root: python3 tests/oracle/traces.py
"""

import io
import json
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.fft import dctn
from scipy.special import logsumexp
from scipy.stats import binom

OUT = Path('tests/fixtures/traces')


def scene(seed, height=192, width=256):
    """Shading, blobs and grain, away from black and white."""
    rng = np.random.default_rng(seed)
    image = np.full((height, width), 128.0)
    for cell, strength in ((48, 34), (17, 22), (6, 16), (3, 9)):
        coarse = rng.uniform(-1, 1, (height // cell + 3, width // cell + 3))
        image += strength * np.asarray(Image.fromarray(coarse.astype(np.float32)).resize((width, height), Image.BICUBIC))
    image += rng.normal(0, 1.5, image.shape)
    return np.clip(np.rint(image), 5, 250).astype(np.uint8)


def jpeg(image, quality):
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, 'JPEG', quality=quality)
    return np.asarray(Image.open(io.BytesIO(buffer.getvalue())))


def votes_of(image):
    """Grid of the one block with most zeros over each pixel; -1 for none. Pixels nearer than 7 to the border have none."""
    height, width = image.shape
    windows = np.lib.stride_tricks.sliding_window_view(image.astype(np.float64), (8, 8))
    coefficients = dctn(windows, axes=(2, 3), norm='ortho')
    small = np.abs(coefficients) < 0.5
    small[:, :, 0, 0] = False
    zeros = small.sum(axis=(2, 3))
    flat = (windows == windows[:, :, :1, :]).all(axis=(2, 3)) | (windows == windows[:, :, :, :1]).all(axis=(2, 3))
    votes = np.full((height, width), -1)
    for y in range(7, height - 7):
        for x in range(7, width - 7):
            around = zeros[y - 7:y + 1, x - 7:x + 1]
            best = around.max()
            if (around == best).sum() != 1:
                continue
            j, i = np.unravel_index(around.argmax(), around.shape)
            top, left = y - 7 + j, x - 7 + i
            if not flat[top, left]:
                votes[y, x] = left % 8 + 8 * (top % 8)
    return votes


def grid_nfa(count, pixels, shape):
    tests = 2 * np.log10(64 * shape[0] * shape[1])
    # The tail is far below what a float holds: summed in logarithms.
    return tests + logsumexp(binom.logpmf(np.arange(count // 64, pixels // 64 + 1), pixels // 64, 1 / 64)) / np.log(10)


def zero(image):
    votes = votes_of(image)
    counts = np.bincount(votes[votes >= 0], minlength=64)
    main = int(counts.argmax())
    return votes, {'x': main % 8, 'y': main // 8, 'votes': int(counts[main]), 'log10NFA': float(grid_nfa(int(counts[main]), image.size, image.shape))}


def heights(image, axis):
    """Periodogram of the mean cut second difference, over the running median of 31 bins."""
    data = image.astype(np.float64)
    second = np.minimum(12, np.abs(np.diff(data, 2, axis=axis)))
    signal = second.mean(axis=1 - axis)
    signal = np.concatenate([signal[:1], signal, signal[-1:]])
    n = len(signal)
    window = 1 - np.cos(2 * np.pi * (np.arange(n) + 0.5) / n)
    power = np.abs(np.fft.rfft((signal - signal.mean()) * window)) ** 2
    out = np.empty(len(power))
    for k in range(len(power)):
        first = max(1, min(k - 15, len(power) - 31))
        out[k] = power[k] / (np.median(power[first:first + 31]) / np.log(2))
    return out


def shared_peak(image):
    across, down = heights(image, 1), heights(image, 0)
    n = 2 * (len(across) - 1)
    allowed = [k for k in range(int(np.ceil(0.06 * n)), len(across)) if abs(k * 8 / n - round(k * 8 / n)) * (n / 8) >= 2.5]
    best = max((k for k in allowed if min(across[k], down[k]) >= 5), key=lambda k: across[k] + down[k])
    t = across[best] + down[best]
    return {'frequency': best / n, 'height': float(t), 'log10NFA': float(np.log10(len(allowed)) + np.log10(1 + t) - t / np.log(10))}


def shifted(image):
    """DC coefficients of every grid on multiples of a step: the strongest grid and step."""
    data = image.astype(np.int64)
    windows = np.lib.stride_tricks.sliding_window_view(data, (8, 8))
    low, high, total = windows.min(axis=(2, 3)), windows.max(axis=(2, 3)), windows.sum(axis=(2, 3))
    usable = (high - low >= 6) & (low > 0) & (high < 255)
    best = None
    for step in range(4, 17):
        rows = []
        for grid in range(64):
            dc = (total[grid // 8::8, grid % 8::8] / 8 - 1024)[usable[grid // 8::8, grid % 8::8]]
            vector = np.exp(2j * np.pi * dc / step).sum()
            rows.append((abs(vector) ** 2 / len(dc), vector.real, len(dc)))
        spread = max(1, np.sort([height for height, _, _ in rows[1:]])[31] / np.log(2))
        for grid in range(1, 64):
            height, along, n = rows[grid]
            if along > 0 and (best is None or height / spread > best['height']):
                best = {'x': grid % 8, 'y': grid // 8, 'step': step, 'coherence': float(along / n), 'height': float(height / spread)}
    best['log10NFA'] = float(np.log10(63 * 13) - best['height'] / np.log(10))
    return best


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    answers = {}

    def keep(name, image, **said):
        Image.fromarray(image).save(OUT / f'{name}.png', optimize=True)
        answers[name] = said

    saved = jpeg(scene(1), 80)
    keep('grid-corner', saved, main=zero(saved)[1])
    cropped = np.ascontiguousarray(jpeg(scene(2, 200, 264), 75)[3:195, 6:262])
    keep('grid-cropped', cropped, main=zero(cropped)[1])
    pasted = jpeg(scene(3), 80).copy()
    pasted[60:140, 90:190] = jpeg(scene(4), 80)[43:123, 37:137]
    votes, found = zero(pasted)
    inner = votes[60 + 9:140 - 9, 90 + 9:190 - 9]
    foreign = int(np.bincount(inner[inner >= 0], minlength=64).argmax())
    rows, columns = np.nonzero(votes[52:148, 82:198] == foreign)
    box = int((np.ptp(rows) + 1) * (np.ptp(columns) + 1))
    # The pasted block at (37, 43) of its own grid lies at (90, 60) here.
    keep('grid-pasted', pasted, main=found, foreign={'x': foreign % 8, 'y': foreign // 8, 'expected': [(90 - 37) % 8, (60 - 43) % 8], 'votes': len(rows), 'box': box, 'log10NFA': float(grid_nfa(len(rows), box, pasted.shape))})
    for factor in (1.25, 1.4, 1.7):
        side = int(np.ceil(256 / factor)) + 2
        noise = np.clip(np.rint(np.random.default_rng(int(100 * factor)).normal(128, 28, (side, side))), 5, 250).astype(np.uint8)
        size = round(side * factor)
        enlarged = np.asarray(Image.fromarray(noise).resize((size, size), Image.BICUBIC))[:256, :256]
        ratio = side / size
        keep(f'resized-{factor}', np.ascontiguousarray(enlarged), peak=shared_peak(enlarged), folded=abs(ratio - round(ratio)))
    again = np.ascontiguousarray(jpeg(scene(5, 300, 340), 70)[5:293, 2:330])
    again = jpeg(again, 95)
    keep('saved-twice-shifted', again, shifted=shifted(again), expected={'x': 8 - 2, 'y': 8 - 5})
    (OUT / 'answers.json').write_text(json.dumps(answers, indent=1) + '\n')
    print(json.dumps(answers, indent=1))


main()
