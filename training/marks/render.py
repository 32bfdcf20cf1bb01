"""Strips of genuine photographs with a mark or with other text drawn on them, and where each tile's centre fell."""
import glob
import io

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps

from ..paths import PHOTOS
from . import strings
from .features import EM

SHARE = "/usr/share/fonts"
FONTS = [(path, 2) for path in sorted(glob.glob(f"{SHARE}/opentype/noto/NotoSansCJK-*.ttc")) if "Thin" not in path]
FONTS += [(path, 0) for path in sorted(glob.glob(f"{SHARE}/truetype/wqy/*.ttc"))] * 2
SERIF = [(path, 2) for path in sorted(glob.glob(f"{SHARE}/opentype/noto/NotoSerifCJK-*.ttc")) if "ExtraLight" not in path]
SERIF += [(path, 0) for path in sorted(glob.glob(f"{SHARE}/truetype/lxgw-wenkai/LXGWWenKai-*.ttf"))]
LATIN = [(path, 0) for path in sorted(glob.glob(f"{SHARE}/truetype/*/*.ttf")) if any(name in path for name in ("Roboto-R", "Roboto-M", "Lato-R", "Lato-M", "OpenSans-R", "OpenSans-S", "DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSansCondensed.ttf", "LiberationSans-R", "LiberationSans-B")) and "Italic" not in path]
NAMES = ("Kling", "LibLib", "RunningHub", "Kimi", "Dreamina", "Vidu", "WPS")
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
    size = whole = max(6, round(em * over))
    parts = strings.tiles(string)
    # 百度 writes its name larger than what follows it.
    first = rng.uniform(1.15, 1.35) if string.startswith("百度AI") and rng.random() < 0.7 else 1
    spacing = size * rng.choice([0, rng.uniform(-0.04, 0.12)])
    gap = size * rng.uniform(0.1, 0.45) if rng.random() < 0.4 else 0
    stretch = rng.uniform(0.8, 1.13)
    pad = size
    mask = Image.new("L", (int((len(string) + 6) * size * 1.1) + 2 * pad, 3 * size))
    draw = ImageDraw.Draw(mask)
    x, centres = float(pad), []
    stroke = 1 if size > 22 and rng.random() < 0.15 else 0
    # Chinese centre of the em box in this font: the middle of 国.
    top, bottom = font(choice, size).getbbox("国")[1::2]
    middle = size + (top + bottom) / 2 - top
    baseline = size - top
    before, last = None, ""
    for drawn, names in parts:
        wide = drawn == "AI" or drawn in strings.WORDS
        use = latin if wide and latin else choice
        size = round(whole * first) if drawn in "百度" else whole
        if before is not None and before != wide:
            x += gap
        elif before and wide and not (last in NAMES and rng.random() < 0.6):
            hyphen = last == "AI" and rng.random() < 0.6
            if hyphen:
                draw.text((x, baseline), "-", fill=255, font=font(use, whole))
            x += font(use, whole).getlength("-" if hyphen else " ")
        shift = 0.0
        if size != whole:
            box = font(use, size).getbbox("国")
            shift = middle - (box[1] + box[3]) / 2 - baseline
        if use is not choice:
            cap = font(use, size).getbbox("H")
            shift = middle - (cap[1] + cap[3]) / 2 - baseline
        width = font(use, size).getlength(drawn)
        draw.text((x, baseline + shift), drawn, fill=255, font=font(use, size), stroke_width=stroke)
        for i, name in enumerate(names):
            centres.append((name, x + width * (i + 0.5) / len(names), middle))
        x += width + spacing
        before, last = wide, drawn
    mask = mask.crop((0, 0, int(x + pad), mask.height))
    if rng.random() < 0.12:
        lean = rng.uniform(0.1, 0.25)
        mask = mask.transform(mask.size, Image.Transform.AFFINE, (1, lean, -lean * middle, 0, 1, 0), Image.Resampling.BILINEAR)
    width, height = max(1, round(mask.width * stretch / over)), max(1, round(mask.height / over))
    fx, fy = width / mask.width, height / mask.height
    return mask.resize((width, height), Image.Resampling.BOX), [(n, cx * fx, cy * fy) for n, cx, cy in centres]


def surrounded(rng, mask, centres, em, room):
    """More of the picture before and after the words, by so many em, and at times a logo before them."""
    left, right = (round(share * em) for share in room)
    wider = Image.new("L", (mask.width + left + right, mask.height))
    wider.paste(mask, (left, 0))
    centres = [(name, x + left, y) for name, x, y in centres]
    if rng.random() < 0.25:
        radius = em * rng.uniform(0.3, 0.7)
        x, y = centres[0][1] - 0.5 * em - radius - em * rng.uniform(0.1, 0.6), centres[0][2]
        draw = ImageDraw.Draw(wider)
        kind = rng.random()
        if kind < 0.5:
            points, inner = int(rng.integers(3, 7)), rng.uniform(0.25, 0.7)
            turn = rng.uniform(0, 6.3)
            draw.polygon([(x + radius * (1 if k % 2 else inner) * np.cos(turn + np.pi * k / points), y + radius * (1 if k % 2 else inner) * np.sin(turn + np.pi * k / points)) for k in range(2 * points)], fill=255)
        elif kind < 0.75:
            draw.ellipse([x - radius, y - radius, x + radius, y + radius], outline=255, width=max(1, round(radius * rng.uniform(0.2, 0.6))))
        else:
            for angle in (0.5, 2.6, 4.7):
                cx, cy, r = x + radius / 2 * np.cos(angle), y + radius / 2 * np.sin(angle), radius * 0.4
                draw.ellipse([cx - r, cy - r, cx + r, cy + r], fill=255)
    return wider, centres


def strip(rng, photographs, string, em, room=None):
    """
    Draws one line on a crop, its em `em` samples, perhaps halves it, and saves it as JPEG.
    @param room em of the picture before and after the words; without it a little.
    @returns (grey image with letters lighter than their ground, centres, one em in its samples).
    """
    choice = FONTS[rng.integers(len(FONTS))] if rng.random() < 0.93 else SERIF[rng.integers(len(SERIF))]
    latin = LATIN[rng.integers(len(LATIN))] if LATIN and rng.random() < 0.4 else None
    mask, centres = line(rng, string, em, choice, latin)
    if room is not None:
        mask, centres = surrounded(rng, mask, centres, em, room)
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
        if rng.random() < 0.5:
            # White on white is told by its shadow alone.
            shadow = np.asarray(mask.filter(ImageFilter.GaussianBlur(rng.uniform(0.05, 0.12) * em)), np.float32)[..., None] / 255
            base = base * (1 - shadow * rng.uniform(0.25, 0.5)) if not dark else base + (255 - base) * shadow * rng.uniform(0.25, 0.5)
        else:
            # A reader would not see it: darken or lighten the ground.
            base = base * 0.6 if not dark else base * 0.6 + 100
    out = Image.fromarray((base * (1 - ink * alpha) + tone * ink * alpha).round().clip(0, 255).astype(np.uint8))
    halved = em >= 10 and rng.random() < 0.35
    if halved:
        out = out.resize((out.width // 2, out.height // 2), Image.Resampling.LANCZOS)
        centres = [(n, x / 2, y / 2) for n, x, y in centres]
        em /= 2
    for _ in range(1 + (rng.random() < 0.3)):
        buffer = io.BytesIO()
        out.save(buffer, "JPEG", quality=int(rng.integers(60, 96)))
        out = Image.open(buffer)
    grey = out.convert("L")
    return (ImageOps.invert(grey) if dark else grey), centres, em


def normalised(rng, photographs, string, jitter=0.12):
    """@returns (grey strip with em near 16 and letters lighter than their ground, centres in its samples)."""
    image, centres, em = strip(rng, photographs, string, float(np.exp(rng.uniform(np.log(5), np.log(30)))))
    factor = EM / em * rng.uniform(1 - jitter, 1 + jitter)
    width, height = max(24, round(image.width * factor)), max(24, round(image.height * factor))
    fx, fy = width / image.width, height / image.height
    grey = np.asarray(image.resize((width, height), Image.Resampling.BILINEAR), np.float32)
    return grey, [(n, x * fx, y * fy) for n, x, y in centres]
