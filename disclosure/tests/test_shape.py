"""The shape of the code stays within the limits of docs/architecture.md, and the measure notices when it does not."""

from pathlib import Path

from tools.shape import MEDIAN, body_lines, functions, measure, measure_file


def test_everything_is_within_its_limit() -> None:
    measures, median = measure()
    assert [each for each in measures if each.is_over] == []
    assert median <= MEDIAN and len(measures) > 1000


def test_a_long_file_and_a_long_function_are_noticed(tmp_path: Path, monkeypatch: object) -> None:
    monkeypatch.setattr("tools.shape.ROOT", tmp_path)
    path = tmp_path / "long.py"
    path.write_text("def f():\n" + "    x = 1\n" * 300, encoding="utf-8")
    assert measure_file(path).is_over
    assert [each.is_over for each in functions(path)] == [True]


def test_a_docstring_is_no_line_of_the_body() -> None:
    import ast

    assert body_lines(ast.parse('def f():\n    """Says."""\n    return 1\n').body[0]) == 1
