"""Holds ONNX files against the official checker, their shapes included."""
import sys

import onnx

for path in sys.argv[1:]:
    onnx.checker.check_model(onnx.load(path), full_check=True)
    print(f"{path} is right")
