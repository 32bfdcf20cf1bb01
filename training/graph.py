"""
Writes a TF.js graph model by hand: node list plus one weight file, without TensorFlow.
Layout after the tfjs-converter's GraphModel JSON (`format: graph-model`); strings are base64, integers are strings.
"""
import base64
import json

import numpy as np

FLOAT = {"T": {"type": "DT_FLOAT"}}


def text(value: str) -> str:
    return base64.b64encode(value.encode()).decode()


class Graph:
    def __init__(self, size: int):
        self.nodes, self.weights, self.size, self.known = [], [], size, {}
        dims = [{"size": str(d)} for d in (-1, size, size, 3)]
        self.shape = {"dim": dims}
        self.nodes.append({"name": "x", "op": "Placeholder", "attr": {"dtype": {"type": "DT_FLOAT"}, "shape": {"shape": self.shape}}})

    def constant(self, array) -> str:
        """Equal arrays are stored once: two passes through one backbone share its weights."""
        array = np.ascontiguousarray(array)
        if array.dtype != np.int32:
            array = array.astype(np.float32)
        key = (array.shape, array.dtype.str, array.tobytes())
        if key in self.known:
            return self.known[key]
        name = f"w{len(self.weights)}"
        kind = "DT_INT32" if array.dtype == np.int32 else "DT_FLOAT"
        tensor = {"dtype": kind, "tensorShape": {"dim": [{"size": str(d)} for d in array.shape]}}
        self.nodes.append({"name": name, "op": "Const", "attr": {"dtype": {"type": kind}, "value": {"tensor": tensor}}})
        self.weights.append((name, array))
        self.known[key] = name
        return name

    def node(self, op: str, *inputs: str, **attributes) -> str:
        name = f"n{len(self.nodes)}"
        self.nodes.append({"name": name, "op": op, "input": list(inputs), "attr": {**FLOAT, **attributes}})
        return name

    def convolution(self, x: str, weight, bias, stride=1, padding=(0, 0, 0, 0), activation=None, depthwise=False) -> str:
        """
        @param weight torch layout (out, in, kh, kw); depthwise (channels, 1, kh, kw).
        @param padding rows before, rows after, columns before, columns after.
        """
        order = (2, 3, 0, 1) if depthwise else (2, 3, 1, 0)
        explicit = any(padding)
        attributes = {
            "strides": {"list": {"i": ["1", str(stride), str(stride), "1"]}},
            "dilations": {"list": {"i": ["1", "1", "1", "1"]}},
            "data_format": {"s": text("NHWC")},
            "padding": {"s": text("EXPLICIT" if explicit else "VALID")},
            "explicit_paddings": {"list": {"i": ["0", "0", *map(str, padding), "0", "0"] if explicit else []}},
            "num_args": {"i": "1"},
            "fused_ops": {"list": {"s": [text("BiasAdd")] + ([text(activation)] if activation else [])}},
            "epsilon": {"f": 0.0},
        }
        op = "FusedDepthwiseConv2dNative" if depthwise else "_FusedConv2D"
        return self.node(op, x, self.constant(np.transpose(weight, order)), self.constant(bias), **attributes)

    def mean(self, x: str, keep=False) -> str:
        """Over rows and columns."""
        return self.node("Mean", x, self.constant(np.array([1, 2], np.int32)), keep_dims={"b": keep})

    def deviation(self, x: str) -> str:
        """Square root of the mean squared distance from the mean (biased), over rows and columns."""
        squares = self.node("SquaredDifference", x, self.mean(x, keep=True))
        return self.node("Sqrt", self.node("AddV2", self.mean(squares), self.constant(np.float32(1e-6))))

    def halved(self, x: str) -> str:
        """Mean of 2x2 squares."""
        two = {"list": {"i": ["1", "2", "2", "1"]}}
        return self.node("AvgPool", x, ksize=two, strides=two, padding={"s": text("VALID")}, data_format={"s": text("NHWC")})

    def joined(self, parts: list[str]) -> str:
        return self.node("ConcatV2", *parts, self.constant(np.array(-1, np.int32)), N={"i": str(len(parts))}, Tidx={"type": "DT_INT32"})

    def dense(self, x: str, weight, bias) -> str:
        """@param weight torch layout (out, in)."""
        no = {"b": False}
        y = self.node("MatMul", x, self.constant(np.asarray(weight).T), transpose_a=no, transpose_b=no)
        return self.node("BiasAdd", y, self.constant(bias), data_format={"s": text("NHWC")})

    def save(self, out: str, folder, half=True) -> int:
        """@param half store floats of more than one element as float16. @returns bytes of weights.bin."""
        folder.mkdir(parents=True, exist_ok=True)
        specs, data = [], bytearray()
        for name, array in self.weights:
            spec = {"name": name, "shape": list(array.shape), "dtype": str(array.dtype)}
            if half and array.dtype == np.float32 and array.size > 1:
                spec["quantization"] = {"dtype": "float16", "original_dtype": "float32"}
                array = array.astype(np.float16)
            specs.append(spec)
            data += array.tobytes()
        model = {
            "format": "graph-model",
            "generatedBy": "training/graph.py",
            "convertedBy": None,
            "signature": {
                "inputs": {"x": {"name": "x:0", "dtype": "DT_FLOAT", "tensorShape": self.shape}},
                "outputs": {"y": {"name": out + ":0", "dtype": "DT_FLOAT"}},
            },
            "modelTopology": {"node": self.nodes, "library": {}, "versions": {"producer": 1982}},
            "weightsManifest": [{"paths": ["weights.bin"], "weights": specs}],
        }
        (folder / "weights.bin").write_bytes(bytes(data))
        (folder / "model.json").write_text(json.dumps(model, separators=(",", ":")))
        return len(data)
