"""python3 load_all.py SAMPLES_DIR

Loads every class of the SDK, and builds the request of every sample. Prints how many, and what went
wrong.
"""

import ast
import dataclasses
import inspect
import json
import sys
from importlib import import_module
from pathlib import Path

import top.api
import topgate.api

counts = {"classes": 0, "samples": 0, "files": 0}
problems = {}


def try_field(field) -> None:
    """Every struct that a field needs has to be there."""
    if field.item is not None:
        try_field(field.item)
    if field.struct is not None:
        assert issubclass(field.struct(), (topgate.RequestStruct, topgate.ResponseStruct))


for module_name in sorted(set(topgate.api._MODULES.values())):
    module = import_module(f"topgate.api.{module_name}")
    for name, value in vars(module).items():
        if inspect.isclass(value) and value.__module__ == module.__name__:
            try:
                # Arguments by name, so that each has to be one.
                value(**{field.name: None for field in dataclasses.fields(value)})
                for field in value._FIELDS:
                    try_field(field)
                counts["classes"] += 1
            except Exception as error:
                problems[f"{module_name}.{name}"] = repr(error)

for sample in sorted(Path(sys.argv[1]).glob("*.py")):
    names = {"url": "127.0.0.1", "port": 80, "appkey": "1", "secret": "s"}
    try:
        exec(compile(sample.read_text("utf-8"), str(sample), "exec"), names)
        names["req"]._parameters()
        counts["samples"] += 1
    except Exception as error:
        problems[sample.name] = repr(error)

for file in sorted(Path(topgate.__file__).parent.parent.rglob("*.py")):
    try:
        ast.parse(file.read_text("utf-8"), feature_version=(3, 9))
        counts["files"] += 1
    except SyntaxError as error:
        problems[file.name] = repr(error)

print(json.dumps({"counts": counts, "problems": problems}))
