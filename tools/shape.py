"""The shape of the code: sizes of files, functions, tests and templates against the limits of docs/architecture.md. `python -m tools.shape`."""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
FILE, DECLARATIONS, FUNCTION, TEST, TEMPLATE, MEDIAN = 250, 350, 25, 15, 80, 10
DECLARING = ("models.py", "settings.py", "packs/")
CODE = ("agencies", "disclosure", "bench", "tools")


@dataclass(frozen=True, slots=True)
class Measure:
    """A length in lines beside its limit."""

    what: str
    lines: int
    limit: int

    @property
    def is_over(self) -> bool:
        return self.lines > self.limit


def sources() -> Iterator[Path]:
    """Every Python file of ours that is not a migration."""
    return (path for top in CODE for path in sorted((ROOT / top).rglob("*.py")) if "migrations" not in path.parts)


def measure_file(path: Path) -> Measure:
    """A file; declarations may be longer."""
    name = path.relative_to(ROOT).as_posix()
    limit = DECLARATIONS if any(part in name for part in DECLARING) else FILE
    return Measure(name, len(path.read_text(encoding="utf-8").splitlines()), limit)


def functions(path: Path) -> Iterator[Measure]:
    """The functions of a file; a test is measured by its body alone, a declaration that only returns one value is no function."""
    name = path.relative_to(ROOT).as_posix()
    is_test = "tests" in path.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not declares(node, name):
            is_own = is_test and node.name.startswith("test_")
            yield Measure(f"{name}:{node.lineno} {node.name}", body_lines(node), TEST if is_own else FUNCTION)


def body_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the last."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def declares(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> bool:
    """In a pack a function may be a declaration: values, then what they make."""
    return "packs/" in name and all(isinstance(each, ast.Expr | ast.Assign | ast.Return) for each in node.body)


def templates() -> Iterator[Measure]:
    """Every template."""
    for path in sorted(each for each in (ROOT / "templates").rglob("*") if each.suffix in (".html", ".jinja")):
        yield Measure(path.relative_to(ROOT).as_posix(), len(path.read_text(encoding="utf-8").splitlines()), TEMPLATE)


def measure() -> tuple[list[Measure], float]:
    """All measures, and the median length of a function outside tests."""
    files = [measure_file(path) for path in sources()]
    found = [each for path in sources() for each in functions(path)]
    ours = [each.lines for each in found if "/tests/" not in each.what]
    return [*files, *found, *templates()], median(ours)


def main() -> int:
    """Print what is over its limit."""
    measures, middle = measure()
    over = [each for each in measures if each.is_over]
    for each in over:
        sys.stdout.write(f"{each.what}: {each.lines} lines, at most {each.limit}\n")
    sys.stdout.write(f"shape: {len(measures)} measures, median function {middle:g} lines (at most {MEDIAN}), {len(over)} over\n")
    return 1 if over or middle > MEDIAN else 0


if __name__ == "__main__":
    sys.exit(main())
