"""
What happens to a photograph between phone or generator and the seller's back-end, drawn at random: resize, one to three
saves, screenshots, and the edits honest people make (beauty filter, night denoise, sharpening, background whitening).
Every function takes and returns a PIL RGB image. Both members of an aligned pair are given the same seed.
"""
import io

import numpy as np
from PIL import Image, ImageEnhance, ImageFilter

KERNELS = [Image.Resampling.BOX, Image.Resampling.BILINEAR, Image.Resampling.HAMMING, Image.Resampling.BICUBIC, Image.Resampling.LANCZOS]


def resized(image, factor, kernel):
    width, height = (max(16, round(side * factor)) for side in image.size)
    return image.resize((width, height), kernel)


def saved_jpeg(image, quality, full_chroma=False):
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=int(quality), subsampling=0 if full_chroma else 2)
    return Image.open(buffer).convert("RGB")


def saved_webp(image, quality):
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=int(quality), method=1)
    return Image.open(buffer).convert("RGB")


def one_save(image, rng, low=65, high=95):
    if rng.random() < 0.2:
        return saved_webp(image, rng.integers(max(60, low), high + 1))
    return saved_jpeg(image, rng.integers(low, high + 1), rng.random() < 0.25)


def shifted(image, rng):
    """Drops up to 7 rows and columns, so that two saves do not share their 8x8 grid."""
    dx, dy = rng.integers(0, 8, 2)
    return image.crop((int(dx), int(dy), *image.size))


def marketplace(image, rng, resize=True):
    """One random chain. The result is between 0.63 and 1.15 of the given size."""
    if resize and rng.random() < 0.65:
        image = resized(image, rng.uniform(0.70, 1.0) if rng.random() < 0.85 else rng.uniform(1.0, 1.15), KERNELS[rng.integers(len(KERNELS))])
    draw = rng.random()
    if draw < 0.05:
        return shifted(image, rng)
    if draw < 0.30:
        image = shifted(one_save(image, rng, 75, 97), rng)
    return shifted(one_save(image, rng), rng)


def smoothed(image, rng):
    """Phone denoise or beauty filter: an edge-keeping blend of the picture with its median and blur, then sharpening."""
    soft = image.filter(ImageFilter.MedianFilter(3)) if rng.random() < 0.5 else image.filter(ImageFilter.GaussianBlur(rng.uniform(0.6, 1.6)))
    a, b = np.asarray(image, np.float32), np.asarray(soft, np.float32)
    reach = rng.uniform(4, 14)
    keep = np.clip(np.abs(a - b).max(2, keepdims=True) / reach, 0, 1)
    out = Image.fromarray((a * keep + b * (1 - keep)).round().astype(np.uint8))
    if rng.random() < 0.7:
        out = out.filter(ImageFilter.UnsharpMask(rng.uniform(0.8, 2.5), int(rng.uniform(40, 180)), int(rng.integers(0, 4))))
    return out


def relit(image, rng):
    """Exposure, contrast and saturation as a photo application's one-tap improvement does."""
    image = ImageEnhance.Brightness(image).enhance(rng.uniform(0.8, 1.3))
    image = ImageEnhance.Contrast(image).enhance(rng.uniform(0.85, 1.4))
    return ImageEnhance.Color(image).enhance(rng.uniform(0.8, 1.5))


def whitened(image, rng):
    """Background whitening of a packshot: bright, little-coloured places are pushed to white."""
    a = np.asarray(image, np.float32)
    bright, spread = a.min(2, keepdims=True), a.max(2, keepdims=True) - a.min(2, keepdims=True)
    start = rng.uniform(120, 200)
    mask = np.clip((bright - start) / 40, 0, 1) * np.clip(1 - spread / 60, 0, 1)
    mask = np.asarray(Image.fromarray((mask[..., 0] * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.5)), np.float32)[..., None] / 255
    return Image.fromarray((a * (1 - mask) + 255 * mask).round().astype(np.uint8))


def blurred(image, rng):
    """Portrait blur: everything outside an ellipse goes soft."""
    width, height = image.size
    y, x = np.mgrid[0:height, 0:width]
    cx, cy = rng.uniform(0.2, 0.8, 2)
    far = np.hypot(x / width - cx, y / height - cy)
    mask = np.clip((far - rng.uniform(0.15, 0.4)) / 0.15, 0, 1)[..., None]
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(rng.uniform(1.5, 5))), np.float32)
    return Image.fromarray((np.asarray(image, np.float32) * (1 - mask) + soft * mask).round().astype(np.uint8))


def enlarged(image, rng):
    """A small picture blown up again: down and back by the same factor."""
    factor = rng.uniform(0.5, 0.8)
    small = resized(image, factor, KERNELS[rng.integers(len(KERNELS))])
    return small.resize(image.size, Image.Resampling.BICUBIC)


EDITS = [smoothed, smoothed, relit, whitened, blurred, enlarged]


def honest_edit(image, rng):
    """One or two of the edits above; the picture stays genuine. Generated pictures are given the same, more rarely."""
    for _ in range(1 + (rng.random() < 0.3)):
        image = EDITS[rng.integers(len(EDITS))](image, rng)
    return image


def view(image, rng, edit_share):
    """A training view: perhaps edited, then through a marketplace chain, perhaps mirrored."""
    if rng.random() < edit_share:
        image = honest_edit(image, rng)
    if rng.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    return marketplace(image, rng)
