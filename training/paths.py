"""Where the data is read and where everything the training makes (never committed) is kept."""
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("YANTU_DATA", ROOT.parent / "shared" / "data"))
PHOTOS = DATA / "photos"
WORK = Path(os.environ.get("YANTU_TRAINING_WORK", ROOT / "training" / ".work"))
MODELS = ROOT / "public" / "models"


def work(name: str) -> Path:
    """A file under the working folder; its folder is made."""
    path = WORK / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
