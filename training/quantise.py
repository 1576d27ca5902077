"""An fp32 graph → the same graph in int8, with the same results on every processor.

Activations are quantised row by row (a token at a time), so that the score of a pair does not depend on what else is in
its batch. Weights have a scale for each column and use seven of the eight bits: processors without VNNI add two
products in 16 bits, which eight-bit weights overflow, silently. Matrices that read the same rows are joined into one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper, numpy_helper
from onnxruntime.quantization.shape_inference import quant_pre_process

HIGHEST, MIDDLE = 127, 128
"""Of an activation; it is stored unsigned around the middle."""
HIGHEST_WEIGHT = 63
JOINT = "+"
"""Between the names of matrices that were joined."""
QUANTISED, SCALE, SIZES = "_quantized", "_scale", "_sizes"
MICROSOFT = "com.microsoft"
Floats = npt.NDArray[np.float32]


def to_int8(plain: Path, path: Path) -> None:
    """Write `path`: every product with a constant matrix, and the word vectors, in int8."""
    ready = plain.with_name("ready.onnx")
    quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
    model = onnx.load(str(ready))
    shrink_matrices(model.graph)
    shrink_word_vectors(model.graph)
    if all(known.domain != MICROSOFT for known in model.opset_import):
        model.opset_import.append(helper.make_opsetid(MICROSOFT, 1))
    onnx.save(model, str(path))


class _Product(NamedTuple):
    """A product with a constant matrix: its input and output, the module it belongs to, and the matrix."""

    given: str
    found: str
    module: str
    weight: Floats


def shrink_matrices(graph: Any) -> None:
    """Replace every MatMul with a constant matrix, those of one input together."""
    constants = {item.name: item for item in graph.initializer}
    groups: dict[str, list[_Product]] = {}
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in constants:
            weight = numpy_helper.to_array(constants[node.input[1]])
            groups.setdefault(node.input[0], []).append(
                _Product(node.input[0], node.output[0], _module(node.name), weight)
            )
    replaced = {product.found: product.given for group in groups.values() for product in group}
    dropped = {node.input[1] for node in graph.node if node.output[0] in replaced}
    nodes: list[Any] = []
    for node in graph.node:
        given = replaced.get(node.output[0])
        if given is None:
            nodes.append(node)
        elif given in groups:
            nodes += _shrunk(graph, groups.pop(given))
    kept = [item for item in graph.initializer if item.name not in dropped]
    kept += [_constant("row_least", np.float32(1e-12)), _constant("row_unit", np.float32(1 / HIGHEST))]
    kept.append(_constant("row_middle", np.uint8(MIDDLE)))
    _replace(graph.initializer, kept)
    _replace(graph.node, nodes)


def _shrunk(graph: Any, group: Sequence[_Product]) -> list[Any]:
    """The nodes that do the work of `group`; their constants are added to the graph."""
    name = JOINT.join(product.module for product in group)
    weight = np.concatenate([product.weight for product in group], axis=1)
    scale = np.maximum(np.abs(weight).max(axis=0), 1e-8).astype(np.float32) / HIGHEST_WEIGHT
    small = np.round(weight / scale).astype(np.int8)
    none = np.zeros(len(scale), np.int8)
    sizes = np.array([product.weight.shape[1] for product in group], np.int64)
    for end, values in ((QUANTISED, small), (SCALE, scale), ("_zero", none), (SIZES, sizes)):
        graph.initializer.append(_constant(f"{name}{end}", values))
    given, several = group[0].given, len(group) > 1
    joined = f"{name}_joined" if several else group[0].found
    steps = [
        ("Abs", [given], [f"{name}_size"], {}),
        ("ReduceMax", [f"{name}_size"], [f"{name}_largest"], {"axes": [-1], "keepdims": 1}),
        ("Max", [f"{name}_largest", "row_least"], [f"{name}_row"], {}),
        ("Div", [given, f"{name}_row"], [f"{name}_even"], {}),
        ("QuantizeLinear", [f"{name}_even", "row_unit", "row_middle"], [f"{name}_int8"], {}),
        (
            "MatMulIntegerToFloat",
            [f"{name}_int8", f"{name}{QUANTISED}", "row_unit", f"{name}{SCALE}", "row_middle", f"{name}_zero"],
            [f"{name}_product"],
            {"domain": MICROSOFT},
        ),
        ("Mul", [f"{name}_product", f"{name}_row"], [joined], {}),
    ]
    if several:
        steps.append(("Split", [joined, f"{name}{SIZES}"], [product.found for product in group], {"axis": -1}))
    return [helper.make_node(kind, given, found, name=f"{name}/{kind}", **more) for kind, given, found, more in steps]


def shrink_word_vectors(graph: Any) -> None:
    """Each word's vector as int8 with its own scale: one scale for all of them loses seven times as much."""
    table = next(item for item in graph.initializer if item.name.endswith("word_embeddings.weight"))
    lookup = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == table.name)
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(axis=1, keepdims=True), 1e-8).astype(np.float32) / HIGHEST
    small = np.round(values / scale).astype(np.int8)
    name, ids, found = table.name.removeprefix("model."), lookup.input[1], lookup.output[0]
    _replace(graph.initializer, [item for item in graph.initializer if item.name != table.name])
    graph.initializer.extend([_constant(f"{name}{QUANTISED}", small), _constant(f"{name}{SCALE}", scale)])
    steps = [
        helper.make_node("Gather", [f"{name}{QUANTISED}", ids], [f"{name}_int8"]),
        helper.make_node("Gather", [f"{name}{SCALE}", ids], [f"{name}_size"]),
        helper.make_node("Cast", [f"{name}_int8"], [f"{name}_float"], to=onnx.TensorProto.FLOAT),
        helper.make_node("Mul", [f"{name}_float", f"{name}_size"], [found]),
    ]
    nodes = [step for node in graph.node for step in (steps if node.output[0] == found else [node])]
    _replace(graph.node, nodes)


def _module(node: str) -> str:
    """The name in PyTorch of the module that a MatMul stands for: "/model/a/b/MatMul" is "a.b"."""
    return node.removeprefix("/model/").rsplit("/", 1)[0].replace("/", ".")


def _constant(name: str, values: Any) -> Any:
    return numpy_helper.from_array(np.asarray(values), name)


def _replace(held: Any, items: Sequence[Any]) -> None:
    kept = list(items)
    del held[:]
    held.extend(kept)
