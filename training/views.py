"""
Training views, made again from their seed wherever needed: a picture, its number, and the random chain it went through.
Crops for evaluation: a grid over a whole picture at native resolution, as lib/runtime/classifier/crops.ts lays it.
"""
import numpy as np
from PIL import Image

from .chains import KERNELS, honest_edit, one_save, resized, shifted, view
from .paths import work
from .pictures import Picture, pictures

EDIT_SHARE = {False: 0.35, True: 0.12}
WHOLE_EDIT_SHARE = {False: 0.30, True: 0.12}


def seeded(picture: Picture, number: int):
    return np.random.default_rng([int(picture.file.rsplit("/", 1)[1].split(".")[0], 16) % 2**32, number])


def random_crop(image, size, rng):
    x, y = (int(rng.integers(0, side - size + 1)) for side in image.size)
    return np.asarray(image)[y : y + size, x : x + size]


def training_view(picture: Picture, number: int, size=160, reconstructed=False, keep=None):
    """
    @param reconstructed take the autoencoder's copy of this genuine picture (same chain as the picture's own view).
    @returns uint8 (size, size, 3).
    """
    rng = seeded(picture, number)
    path = reconstruction(picture) if reconstructed else picture.path
    image = view(Image.open(path).convert("RGB"), rng, EDIT_SHARE[picture.generated])
    return random_crop(image, size, rng)


MAKERS = ("taef2", "shuffled", "transposed", "bilinear")
VIEW_SIZES = (176, 208, 240, 272, 288)


def view_size(picture: Picture, number: int) -> int:
    """Side to which this view is resized, the same five for both classes, so that no scale tells one from the other."""
    return VIEW_SIZES[int(seeded(picture, number + 9000).integers(len(VIEW_SIZES)))]


def pasted(image, copied, rng):
    """The copy shows through a soft-edged ellipse over a tenth to a half of the picture; all else stays as it was."""
    width, height = image.size
    y, x = np.mgrid[0:height, 0:width]
    (cx, cy), (rx, ry) = rng.uniform(0.3, 0.7, 2), rng.uniform(0.18, 0.4, 2)
    mask = np.clip((1 - np.hypot((x / width - cx) / rx, (y / height - cy) / ry)) * 6, 0, 1)[..., None]
    return Image.fromarray((np.asarray(image, np.float32) * (1 - mask) + np.asarray(copied, np.float32) * mask).round().astype(np.uint8))


def whole_view(picture: Picture, number: int, maker=None, paste=False):
    """
    All of a training picture, always resized (0.69 to 1.13), with one to three saves: nothing is ever as it was made.
    @param maker show this autoencoder's copy instead, or with `paste` only in a region; the chain stays the picture's own.
    @returns uint8 (side, side, 3), side a multiple of 16.
    """
    rng = seeded(picture, number + 7000)
    image = Image.open(picture.path).convert("RGB")
    if maker:
        copied = Image.open(reconstruction(picture, maker)).convert("RGB")
        image = pasted(image, copied, seeded(picture, number + 8000)) if paste else copied
    if rng.random() < WHOLE_EDIT_SHARE[picture.generated]:
        image = honest_edit(image, rng)
    if rng.random() < 0.5:
        image = image.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if rng.random() < 0.3:
        image = one_save(image, rng, 75, 97)
    size = view_size(picture, number)
    image = resized(image, size / 256, KERNELS[rng.integers(len(KERNELS))])
    if rng.random() < 0.25:
        image = shifted(one_save(image, rng, 75, 97), rng)
    rgb = np.asarray(shifted(one_save(image, rng), rng))
    side = (size - 14) // 16 * 16
    y, x = ((rgb.shape[i] - side) // 2 for i in (0, 1))
    return rgb[y : y + side, x : x + side]


def reconstruction(picture: Picture, maker="taef2"):
    return work(f"reconstructed/{maker}/{picture.file.replace('/', '_').rsplit('.', 1)[0]}.png")


def paired(maker="taef2"):
    """Genuine training pictures whose autoencoder copy was made."""
    return [p for p in pictures("train") if not p.generated and reconstruction(p, maker).exists()]


def grid(width: int, height: int, size: int, most: int):
    """
    Top-left corners of at most `most` crops, evenly spread: the grid of nx by ny with nx*ny <= most that fits the shape
    best. A side shorter than a crop gives an empty list.
    """
    if width < size or height < size:
        return []
    fit_x, fit_y = -(-width // size), -(-height // size)
    nx, ny = fit_x, fit_y
    while nx * ny > most:
        if nx * height > ny * width:
            nx -= 1
        else:
            ny -= 1
    def spread(n, side):
        return [(side - size) // 2] if n == 1 else [((side - size) * i) // (n - 1) for i in range(n)]
    return [(x, y) for y in spread(ny, height) for x in spread(nx, width)]


def picture_crops(image, size=160, most=24):
    """@returns uint8 (n, size, size, 3), n >= 1: small pictures are mirrored at their edges up to one crop."""
    rgb = np.asarray(image.convert("RGB"))
    h, w = rgb.shape[:2]
    if h < size or w < size:
        rgb = np.pad(rgb, ((0, max(0, size - h)), (0, max(0, size - w)), (0, 0)), mode="symmetric" if min(h, w) * 2 < size else "reflect")
        h, w = rgb.shape[:2]
    return np.stack([rgb[y : y + size, x : x + size] for x, y in grid(w, h, size, most)])
