"""
Writes lib/evidence/visible-mark/line-reader.json (signed bytes, one scale per row) and the frozen case its parity test reads.
Run: python3 -m training.marks.export_lines
"""
import json

import numpy as np
import torch

from ..paths import ROOT, work
from .export import frozen_strip, stored
from .lines import HEIGHT
from .train_lines import LineReader, evened


def main():
    model = LineReader()
    model.load_state_dict(torch.load(work("marks/lines.pt")))
    model.eval()
    layers = []
    for layer in [*model.rows, model.fold, *model.along, model.last]:
        weight = layer.weight.detach()
        # Rows, columns, then channels: the order in which a window lies in memory.
        order = (0, 2, 3, 1) if weight.dim() == 4 else (0, 2, 1)
        written, values, bias = stored(weight.permute(*order).reshape(len(weight), -1), layer.bias)
        layers.append(written)
        shape = [weight.shape[k] for k in order]
        back = torch.tensor(values, dtype=torch.float32).reshape(shape)
        layer.weight.data = back.permute(0, 3, 1, 2) if weight.dim() == 4 else back.permute(0, 2, 1)
        layer.bias.data = torch.tensor(bias, dtype=torch.float32)
    width, span = 96, (6, 90, 0, 30)
    x = torch.from_numpy(frozen_strip(HEIGHT, width))[None]
    with torch.no_grad():
        logits = model(evened(x, torch.tensor([span])))[0].T.numpy()
    columns = [0, 3, 11, 24, 40, 47]
    frozen = {"width": width, "span": span, "columns": columns, "logits": np.round(logits[columns].astype(float), 4).tolist()}
    out = ROOT / "lib" / "evidence" / "visible-mark" / "line-reader.json"
    out.write_text(json.dumps({"layers": layers}, separators=(",", ":")) + "\n")
    (ROOT / "tests" / "fixtures" / "marks" / "line-parity.json").write_text(json.dumps(frozen) + "\n")
    print(out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
