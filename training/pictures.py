"""The rows of the photographs' manifest, with the unit everything is counted by: the source."""
import csv
import hashlib
from dataclasses import dataclass

from .paths import PHOTOS


@dataclass(frozen=True)
class Picture:
    file: str
    generated: bool
    source: str
    """A genuine picture's people and phones, or a generated one's generator and gallery: the unit of splitting."""
    generator: str
    profile: str
    group: str

    @property
    def path(self):
        return PHOTOS / self.file


def pictures(split: str) -> list[Picture]:
    """@param split `train` or `dev`."""
    with open(PHOTOS / "manifest.csv", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["file"].startswith(split + "/")]
    return [
        Picture(r["file"], r["label"] == "ai", r["source"], r["generator"], r["profile"], r["group"])
        for r in sorted(rows, key=lambda row: row["file"])
    ]


def fold_of(source: str, folds: int) -> int:
    """Whole sources go to one fold, whatever their label: a repository's genuine and generated pictures stay together."""
    repository = source.split("/")[0].lower() if source.startswith(("Rudis1261/", "esphome/", "VzBoT3D/")) else source.lower()
    return int(hashlib.sha256(repository.encode()).hexdigest(), 16) % folds


def source_weights(batch: list[Picture], power: float = 0.5):
    """
    One weight per picture: each class sums to 1/2, and within it a source counts as its number of pictures to the
    power given (0 weighs all sources the same, 1 all pictures).
    """
    import numpy as np

    weights = np.zeros(len(batch))
    for label in (False, True):
        index = [i for i, p in enumerate(batch) if p.generated == label]
        counts: dict[str, int] = {}
        for i in index:
            counts[batch[i].source] = counts.get(batch[i].source, 0) + 1
        for i in index:
            n = counts[batch[i].source]
            weights[i] = n**power / n
        weights[index] *= 0.5 / weights[index].sum()
    return weights
