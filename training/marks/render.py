"""Strips of genuine photographs with a mark or with other text drawn on them, and where each tile's centre fell."""
import glob
import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ..paths import PHOTOS
from . import strings
from .features import EM

SHARE = "/usr/share/fonts"
FONTS = [(path, 2) for path in sorted(glob.glob(f"{SHARE}/opentype/noto/NotoSansCJK-*.ttc")) if "Thin" not in path]
FONTS += [(path, 0) for path in sorted(glob.glob(f"{SHARE}/truetype/wqy/*.ttc"))]
SERIF = [(path, 2) for path in sorted(glob.glob(f"{SHARE}/opentype/noto/NotoSerifCJK-*.ttc"))]
LATIN = [(path, 0) for path in sorted(glob.glob(f"{SHARE}/truetype/*/*.ttf")) if any(name in path for name in ("Roboto-R", "Roboto-M", "Lato-R", "Lato-M", "OpenSans-R", "OpenSans-S", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed.ttf")) and "Italic" not in path]
_cache = {}


def font(choice, size):
    key = (*choice, size)
    if key not in _cache:
        _cache[key] = ImageFont.truetype(choice[0], size, index=choice[1])
    return _cache[key]


class Photographs:
    def __init__(self, rng, count=400):
        names = sorted(glob.glob(str(PHOTOS / "train" / "real" / "*")))
        self.names = [names[i] for i in rng.choice(len(names), count, replace=False)]
        self.kept = {}

    def crop(self, rng, width, height):
        """A crop, more often from near the lower or upper edge, sometimes of a reduced photograph."""
        name = self.names[rng.integers(len(self.names))]
        if name not in self.kept:
            image = Image.open(name).convert("RGB")
            image.thumbnail((1000, 1000))
            self.kept[name] = image
        image = self.kept[name]
        if image.width < width or image.height < height:
            image = image.resize((max(width, image.width), max(height, image.height)))
        x = int(rng.integers(image.width - width + 1))
        y = int(rng.integers(image.height - height + 1))
        return image.crop((x, y, x + width, y + height))


def line(rng, string, em, choice, latin):
    """@returns mask (L image), [(tile name, centre x, centre y)]."""
    over = 2 if em < 24 else 1
    size = max(6, round(em * over))
    parts = strings.tiles(string)
    spacing = size * rng.choice([0, rng.uniform(-0.04, 0.12)])
    gap = size * rng.uniform(0.1, 0.45) if rng.random() < 0.4 else 0
    stretch = rng.uniform(0.88, 1.12)
    pad = size
    mask = Image.new("L", (int((len(string) + 6) * size * 1.1) + 2 * pad, 3 * size))
    draw = ImageDraw.Draw(mask)
    x, centres = float(pad), []
    stroke = 1 if size > 22 and rng.random() < 0.15 else 0
    # Chinese centre of the em box in this font: the middle of 国.
    top, bottom = font(choice, size).getbbox("国")[1::2]
    middle = size + (top + bottom) / 2 - top
    baseline = size - top
    before = None
    for drawn, names in parts:
        wide = drawn == "AI" or drawn in strings.WORDS
        use = latin if wide and latin else choice
        if before is not None and before != wide:
            x += gap
        shift = 0.0
        if use is not choice:
            cap = font(use, size).getbbox("H")
            shift = middle - (cap[1] + cap[3]) / 2 - baseline
        width = font(use, size).getlength(drawn)
        draw.text((x, baseline + shift), drawn, fill=255, font=font(use, size), stroke_width=stroke)
        for i, name in enumerate(names):
            centres.append((name, x + width * (i + 0.5) / len(names), middle))
        x += width + spacing
        before = wide
    mask = mask.crop((0, 0, int(x + pad), mask.height))
    if rng.random() < 0.12:
        lean = rng.uniform(0.1, 0.25)
        mask = mask.transform(mask.size, Image.Transform.AFFINE, (1, lean, -lean * middle, 0, 1, 0), Image.Resampling.BILINEAR)
    width, height = max(1, round(mask.width * stretch / over)), max(1, round(mask.height / over))
    fx, fy = width / mask.width, height / mask.height
    return mask.resize((width, height), Image.Resampling.BOX), [(n, cx * fx, cy * fy) for n, cx, cy in centres]


def strip(rng, photographs, string, em):
    """
    Draws one line on a crop and saves it as JPEG.
    @returns (RGB image, centres); the line's em is `em` samples.
    """
    choice = FONTS[rng.integers(len(FONTS))] if rng.random() < 0.93 else SERIF[rng.integers(len(SERIF))]
    latin = LATIN[rng.integers(len(LATIN))] if LATIN and rng.random() < 0.4 else None
    mask, centres = line(rng, string, em, choice, latin)
    if rng.random() < 0.25:
        mask = mask.filter(ImageFilter.GaussianBlur(rng.uniform(0.2, 0.045 * em)))
    ground = photographs.crop(rng, mask.width, mask.height)
    alpha = rng.uniform(0.3, 0.6) if rng.random() < 0.35 else rng.uniform(0.6, 1)
    base, ink = np.asarray(ground, np.float32), np.asarray(mask, np.float32)[..., None] / 255
    dark = rng.random() < 0.12
    boxed = rng.random()
    middle, left, right = centres[0][2], centres[0][1] - 0.5 * em, centres[-1][1] + 0.5 * em
    rounded = [left - em * rng.uniform(0.2, 0.6), middle - em * rng.uniform(0.62, 0.95), right + em * rng.uniform(0.2, 0.6), middle + em * rng.uniform(0.62, 0.95)]
    if boxed < 0.22:
        sheet = Image.new("L", mask.size)
        filled = boxed < 0.14
        ImageDraw.Draw(sheet).rounded_rectangle(rounded, radius=em * rng.uniform(0.2, 0.7), fill=255 if filled else None, outline=255, width=max(1, round(em * rng.uniform(0.05, 0.1))))
        box = np.asarray(sheet, np.float32)[..., None] / 255
        if filled:
            cover = rng.uniform(0.25, 0.85)
            base = base * (1 - box * cover) + (0 if not dark else 255) * box * cover
        else:
            ink = np.maximum(ink, box)
    elif rng.random() < 0.4:
        shadow = np.asarray(mask.filter(ImageFilter.GaussianBlur(rng.uniform(0.5, 0.12 * em))), np.float32)[..., None] / 255
        shadow = np.roll(shadow, (rng.integers(0, 2), rng.integers(0, 2)), (0, 1))
        base = base * (1 - shadow * rng.uniform(0.1, 0.5)) + (255 if dark else 0) * shadow * 0.05
    tone = rng.uniform(0, 60) if dark else rng.uniform(215, 255)
    local = base[max(0, int(middle - em / 2)) : int(middle + em / 2)].mean()
    if abs(tone - local) * alpha < 14:
        # A reader would not see it: darken or lighten the ground.
        base = base * 0.6 if not dark else base * 0.6 + 100
    out = Image.fromarray((base * (1 - ink * alpha) + tone * ink * alpha).round().clip(0, 255).astype(np.uint8))
    buffer = io.BytesIO()
    out.save(buffer, "JPEG", quality=int(rng.integers(55, 96)))
    return Image.open(buffer).convert("L"), centres


def normalised(rng, photographs, string, jitter=0.1):
    """@returns (grey strip with em near 16, centres in its samples)."""
    em = float(np.exp(rng.uniform(np.log(9), np.log(34))))
    image, centres = strip(rng, photographs, string, em)
    factor = EM / em * rng.uniform(1 - jitter, 1 + jitter)
    width, height = max(24, round(image.width * factor)), max(24, round(image.height * factor))
    fx, fy = width / image.width, height / image.height
    grey = np.asarray(image.resize((width, height), Image.Resampling.BILINEAR), np.float32)
    return grey, [(n, x * fx, y * fy) for n, x, y in centres]
