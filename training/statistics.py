"""
Residual and spectral statistics of one 160x160 RGB crop: the explainable vote that was tried beside the network. It added
nothing on held-out sources (MODEL_CARD.md), so nothing of it ships.

Sources: SRM residuals and co-occurrences (Fridrich and Kodovsky, IEEE TIFS 2012); cross-difference spectrum (Bammey,
Synthbuster, 2023); noise against brightness as a camera's sensor has it.
"""
import numpy as np
from functools import lru_cache

SIZE = 160
SPECTRUM = 128
RINGS = 30


@lru_cache
def triples():
    """Map of the 125 triples of levels -2..2 to classes that ignore sign and direction: (a,b,c) = (-a,-b,-c) = (c,b,a)."""
    classes, table = {}, np.zeros(125, np.int64)
    for a in range(5):
        for b in range(5):
            for c in range(5):
                key = min((a, b, c), (4 - a, 4 - b, 4 - c), (c, b, a), (4 - c, 4 - b, 4 - a))
                table[a * 25 + b * 5 + c] = classes.setdefault(key, len(classes))
    return table, len(classes)


def planes(rgb):
    """@param rgb uint8 (160, 160, 3). @returns luma and two colour differences, float64."""
    r, g, b = (rgb[..., i].astype(np.float64) for i in range(3))
    y = 0.299 * r + 0.587 * g + 0.114 * b
    return y, 0.564 * (b - y), 0.713 * (r - y)


def halved(p):
    return (p[0::2, 0::2] + p[0::2, 1::2] + p[1::2, 0::2] + p[1::2, 1::2]) / 4


def third(p):
    """Third-order differences along rows and along columns."""
    return p[:, 3:] - 3 * p[:, 2:-1] + 3 * p[:, 1:-2] - p[:, :-3], p[3:] - 3 * p[2:-1] + 3 * p[1:-2] - p[:-3]


def crossed(p):
    return p[:-1, :-1] - p[:-1, 1:] - p[1:, :-1] + p[1:, 1:]


def levels(r, scale):
    return np.clip(np.floor(r / scale + 0.5), -2, 2).astype(np.int64) + 2


def cooccurrence(pieces):
    """@param pieces (levels, axis) along which triples are read. @returns relative frequencies of the classes."""
    table, count = triples()
    total = np.zeros(count)
    for q, axis in pieces:
        if axis == 1:
            index = q[:, :-2] * 25 + q[:, 1:-1] * 5 + q[:, 2:]
        else:
            index = q[:-2] * 25 + q[1:-1] * 5 + q[2:]
        total += np.bincount(table[index.ravel()], minlength=count)
    return total / total.sum()


def shape(values):
    """Log mean magnitude, share of near zeros, and kurtosis-like ratios of a residual."""
    magnitude = np.abs(values)
    mean = magnitude.mean() + 1e-3
    square = (values * values).mean() + 1e-6
    return [np.log(mean), (magnitude < 0.5).mean(), np.log(square / mean**2), np.log((values**4).mean() / square**2 + 1e-6)]


def residuals(p):
    """Co-occurrences and shapes of both residuals of one plane at one scale."""
    rows, columns = third(p)
    both = np.concatenate([rows.ravel(), columns.ravel()])
    scale = np.abs(both).mean() + 0.25
    cross = crossed(p)
    scale_cross = np.abs(cross).mean() + 0.25
    q = levels(cross, scale_cross)
    return np.concatenate([
        cooccurrence([(levels(rows, scale), 1), (levels(columns, scale), 0)]), shape(both),
        cooccurrence([(q, 1), (q, 0)]), shape(cross),
    ])


@lru_cache
def rings():
    f = np.fft.fftfreq(SPECTRUM)
    radius = np.hypot(f[:, None], f[None, :])
    ring = np.floor(radius / 0.5 * RINGS).astype(np.int64)
    ring[ring >= RINGS] = RINGS
    window = np.hanning(SPECTRUM + 1)[:-1]
    return ring.ravel(), window[:, None] * window[None, :]


def spectrum(p):
    """Log energy of the cross-difference in rings of frequency up to Nyquist, relative to their mean; then the corners."""
    ring, window = rings()
    part = crossed(p)[:SPECTRUM, :SPECTRUM] * window
    energy = np.abs(np.fft.fft2(part)) ** 2
    total = np.bincount(ring, weights=energy.ravel(), minlength=RINGS + 1)
    logs = np.log(total / np.bincount(ring, minlength=RINGS + 1) + 1e-2)
    return logs - logs.mean()


@lru_cache
def cosine():
    k = np.arange(8)
    basis = np.sqrt(2 / 8) * np.cos((2 * k[None, :] + 1) * k[:, None] * np.pi / 16)
    basis[0] /= np.sqrt(2)
    return basis


def blocks(p, size=8):
    h, w = p.shape[0] // size, p.shape[1] // size
    return p[: h * size, : w * size].reshape(h, size, w, size).transpose(0, 2, 1, 3)


def block_cosines(p):
    """Of 8x8 cosine coefficients off the zero frequency: log mean magnitude and share below a half."""
    basis = cosine()
    magnitude = np.abs(basis @ blocks(p) @ basis.T).reshape(-1, 64)[:, 1:]
    logs = np.log(magnitude.mean(0) + 1e-2)
    return np.concatenate([[logs.mean()], logs - logs.mean(), (magnitude < 0.5).mean(0)])


def noise(y, cb, cr):
    """Block noise against block brightness, and how the noise of the colours goes together."""
    def block_noise(p):
        r = crossed(np.pad(p, ((0, 1), (0, 1)), mode="edge"))
        return np.abs(blocks(r)).mean((2, 3)).ravel()

    level = blocks(y).mean((2, 3)).ravel()
    ny, nb, nr = (np.log(block_noise(p) + 0.05) for p in (y, cb, cr))
    out = []
    for n in (ny, nb, nr):
        s = np.sort(n)
        out += [s[int(q * (len(s) - 1))] for q in (0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98)]
    for low, high in ((0, 60), (60, 120), (120, 180), (180, 235), (235, 256)):
        inside = np.sort(ny[(level >= low) & (level < high)])
        enough = len(inside) >= 8
        out += [inside[int(0.2 * (len(inside) - 1))] - np.sort(ny)[int(0.2 * (len(ny) - 1))] if enough else 0.0, float(len(inside)) / len(ny)]
    return out


def correlation(a, b):
    a, b = a - a.mean(), b - b.mean()
    return float((a * b).sum() / np.sqrt((a * a).sum() * (b * b).sum() + 1e-6))


def together(rgb, planes_):
    """Correlations between colours' residuals, between neighbouring residuals, and between scales."""
    r, g, b = (crossed(rgb[..., i].astype(np.float64)) for i in range(3))
    out = [correlation(r, g), correlation(g, b), correlation(r, b)]
    for p in planes_:
        d = crossed(p)
        out += [correlation(d[:, 1:], d[:, :-1]), correlation(d[1:], d[:-1]), correlation(d[:, 2:], d[:, :-2]), correlation(d[2:], d[:-2]), correlation(np.abs(d[:, 1:]), np.abs(d[:, :-1]))]
        coarse = np.abs(crossed(halved(p)))
        fine = np.abs(d)[: coarse.shape[0] * 2 : 2, : coarse.shape[1] * 2 : 2]
        out.append(correlation(fine, coarse))
    return out


def statistics(rgb):
    """@param rgb uint8 (160, 160, 3). @returns float64 vector; NAMES says what each part is."""
    y, cb, cr = planes(rgb)
    y2 = halved(y)
    parts = [residuals(p) for p in (y, y2, halved(y2), cb, halved(cb), cr, halved(cr))]
    parts += [spectrum(p) for p in (y, cb, cr)]
    parts += [block_cosines(y), np.array(noise(y, cb, cr)), np.array(together(rgb, (y, cb, cr)))]
    return np.concatenate(parts)
