"""
Draws every mark of provenance-labels.md §1.7 on genuine dev photographs at its measured size and place, and saves them
as JPEG: the set cli/measure-marks.ts reads.
Run: python3 -m training.marks.rendered --count 20 [--half]   (writes training/.work/marks/rendered-q75[-half]/)
"""
import argparse
import glob
import json

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from ..paths import PHOTOS, work

SANS = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
# words, text height in % of the short side, corner, margin across and down in %, weights, opacity, dress
MARKS = [
    ("豆包AI生成", 3.4, "br", 1.8, 2.0, "Medium Bold", 0.75, None),
    ("即梦AI", 3.8, "br", 3.6, 2.9, "Bold", 0.9, "star"),
    ("AI生成", 1.9, "tl", 3.6, 3.4, "Medium", 0.6, "pill"),
    ("千问AI生成", 4.0, "br", 3.3, 3.3, "Regular Medium", 0.8, "dots"),
    ("元宝AI生成", 3.2, "br", 2.2, 2.1, "Regular Medium", 0.7, None),
    ("百度AI生成", 3.5, "br", 1.2, 1.2, "Bold", 0.6, "baidu"),
    ("AI-generated content", 2.2, "bl", 2.5, 2.0, "Regular", 0.5, None),
    ("可灵AI", 3.2, "br", 2.2, 2.2, "Medium", 0.8, "version"),
    ("KlingAI", 3.2, "br", 2.2, 2.2, "Medium", 0.8, "version"),
    ("RunningHub AI生成", 3.0, "tl", 2.2, 2.2, "Regular", 0.8, None),
    ("LibLibAI", 3.2, "bc", 0, 2.2, "Medium", 0.8, None),
    ("AI生成", 3.0, "tr", 2.5, 2.5, "Regular", 0.8, None),
    ("Made with AI", 2.6, "tr", 3.5, 3.5, "Medium", 0.85, "whitepill"),
]


def drawn(image, mark, rng):
    words, height, corner, mx, my, weights, alpha, dress = mark
    short = min(image.size)
    size = max(8, round(height / 100 * short / 0.93))
    face = ImageFont.truetype(SANS.format(rng.choice(weights.split())), size, index=2)
    text = words + (" 3.0" if dress == "version" else "")
    sheet = Image.new("L", (int(face.getlength(text) + 6 * size), 3 * size))
    draw = ImageDraw.Draw(sheet)
    x, y = 2 * size, size
    if dress == "baidu":
        small = ImageFont.truetype(SANS.format("Bold"), round(size * 0.78), index=2)
        draw.text((x, y), "百度", fill=255, font=face)
        left = x + face.getlength("百度") + 0.25 * size
        top, bottom = y + 0.2 * size, y + 1.22 * size
        width = small.getlength("AI生成")
        draw.rounded_rectangle([left, top, left + width + 0.36 * size, bottom], radius=0.2 * size, fill=255)
        box = draw.textbbox((0, 0), "生", font=small)
        draw.text((left + 0.18 * size, (top + bottom) / 2 - (box[1] + box[3]) / 2), "AI生成", fill=0, font=small)
    else:
        if dress == "whitepill":
            draw.rounded_rectangle([x - 0.6 * size, y - 0.05 * size, x + face.getlength(text) + 0.6 * size, y + 1.5 * size], radius=0.75 * size, fill=255)
        draw.text((x, y), text, fill=0 if dress == "whitepill" else 255, font=face)
        if dress == "pill":
            draw.rounded_rectangle([x - 0.6 * size, y - 0.1 * size, x + face.getlength(text) + 0.6 * size, y + 1.6 * size], radius=0.5 * size, outline=255, width=max(1, size // 14))
        if dress == "star":
            cx, cy, r = x - 0.9 * size, y + 0.72 * size, 0.75 * size
            draw.polygon([(cx + r * k * np.cos(a), cy + r * k * np.sin(a)) for a, k in zip(np.arange(8) * np.pi / 4, [1, 0.3] * 4)], fill=255)
        if dress == "dots":
            for a in (0.5, 2.6, 4.7):
                cx, cy, r = x - 0.75 * size + 0.3 * size * np.cos(a), y + 0.72 * size + 0.3 * size * np.sin(a), 0.22 * size
                draw.ellipse([cx - r, cy - r, cx + r, cy + r], fill=255)
    sheet = sheet.crop(sheet.getbbox())
    across, down = round(mx / 100 * short), round(my / 100 * short)
    px = across if corner[1] == "l" else image.width - across - sheet.width if corner[1] == "r" else (image.width - sheet.width) // 2
    py = down if corner[0] == "t" else image.height - down - sheet.height
    canvas = Image.new("L", image.size)
    canvas.paste(sheet, (px, py))
    shadow = np.asarray(canvas.filter(ImageFilter.GaussianBlur(0.08 * size)), np.float32)[..., None] / 255
    ink = np.asarray(canvas, np.float32)[..., None] / 255 * alpha
    base = np.asarray(image, np.float32) * (1 - 0.35 * shadow)
    return Image.fromarray((base * (1 - ink) + 255 * ink).round().astype(np.uint8))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=20, help="photographs per mark")
    parser.add_argument("--half", action="store_true", help="halve the picture before it is saved")
    options = parser.parse_args()
    rng = np.random.default_rng(11)
    names = sorted(glob.glob(str(PHOTOS / "dev" / "real" / "*")))
    folder = work(f"marks/rendered-q75{'-half' if options.half else ''}/truth.json").parent
    truth = {}
    for k, mark in enumerate(MARKS):
        for n, i in enumerate(rng.choice(len(names), options.count, replace=False)):
            image = drawn(Image.open(names[i]).convert("RGB"), mark, rng)
            if options.half:
                image = image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS)
            file = f"{k:02}-{n:02}-{min(image.size)}.jpg"
            image.save(folder / file, "JPEG", quality=75)
            truth[file] = mark[0]
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False))
    print(folder, len(truth))


if __name__ == "__main__":
    main()
