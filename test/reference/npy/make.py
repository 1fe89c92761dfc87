"""Writes the .npy and .npz files and expected.json beside this file: python3 test/reference/npy/make.py (needs NumPy 2)."""

import json
import pathlib

import numpy as np
from numpy.lib import format as npy

FOLDER = pathlib.Path(__file__).parent
TYPES = ["b1", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"]
LARGEST = 2**53 - 1


def extremes(kind):
    """Five rows of two: the ends of a type's range that float64 holds exactly, and what lies between."""
    if kind == "b1":
        return np.array([[0, 1], [1, 1], [0, 0], [1, 0], [0, 1]], "b1")
    if kind[0] == "f":
        info = np.finfo(kind)
        return np.array(
            [[0, -0.0], [1, -2.5], [info.max, info.min], [info.tiny, info.smallest_subnormal], [1 / 3, 1e-3]], kind
        )
    info = np.iinfo(kind)
    low, high = max(info.min, -LARGEST), min(info.max, LARGEST)
    return np.array([[0, 1], [low, high], [low + 1, high - 1], [7, 77], [100, 2]], kind)


def save(name, array, version=None):
    with open(FOLDER / name, "wb") as file:
        npy.write_array(file, array, version=version)
    return {"shape": list(array.shape), "rows": array.reshape(len(array), -1).astype("f8").tolist()}


def main():
    expected = {}
    for kind in TYPES:
        for order in "|" if kind[1:] == "1" else "<>":
            name = f"{'big-' if order == '>' else ''}{kind}.npy"
            expected[name] = save(name, extremes(kind).astype(order + kind))
    cube = np.arange(2 * 3 * 4 * 5).reshape(2, 3, 4, 5).astype("<i2")
    expected["c-order.npy"] = save("c-order.npy", cube)
    expected["fortran-order.npy"] = save("fortran-order.npy", np.asfortranarray(cube))
    expected["fortran-matrix.npy"] = save("fortran-matrix.npy", np.asfortranarray(np.arange(12.0).reshape(4, 3)))
    expected["vector.npy"] = save("vector.npy", np.arange(6, dtype="<f4"))
    for version in [(1, 0), (2, 0), (3, 0)]:
        name = f"version-{version[0]}.npy"
        expected[name] = save(name, np.arange(4, dtype="<u1").reshape(2, 2), version)
    x, y = np.arange(24.0).reshape(6, 4), np.array([0, 1, 2, 0, 1, 2])
    np.savez(FOLDER / "stored.npz", x=x, y=y)
    np.savez_compressed(FOLDER / "packed.npz", x=x, y=y)
    np.savez(FOLDER / "single.npz", x)
    cube = np.full((2, 3, 4, 5), 0.5, "<f4")
    cube[1, 0, 2, 3] = np.nan
    refused = {
        "nan-cube": cube,
        "nan-fortran-cube": np.asfortranarray(cube),
        "objects": np.array([None, "a"], dtype=object),
        "text": np.array(["cat", "dog"]),
        "bytes": np.array([b"cat", b"dog"]),
        "complex": np.array([1 + 2j, 3]),
        "dates": np.array(["2026-01-01", "2026-01-02"], "datetime64[D]"),
        "durations": np.array([1, 2], "timedelta64[s]"),
        "records": np.array([(1, 2.0), (3, 4.0)], dtype=[("a", "<i4"), ("b", "<f8")]),
        "extended": np.array([1, 2], np.longdouble),
        "raw": np.array([b"ab", b"cd"], "V2"),
        "single-number": np.array(3.0),
        "nan": np.array([[1, 2, 3], [4, 5, np.nan]]),
        "infinite": np.array([[1.0, 2], [-np.inf, 4]], "<f4"),
        "beyond-2-53": np.array([[1, 2], [3, 2**53]], "<i8"),
    }
    for name, array in refused.items():
        np.save(FOLDER / f"refused-{name}.npy", array, allow_pickle=True)
    (FOLDER / "expected.json").write_text(json.dumps(expected, indent=1) + "\n")


main()
