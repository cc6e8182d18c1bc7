"""What is wrong with a package: where, what was found, what is expected. Knows no rules."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that keeps a package from being read. `path` is a JSON path such as lines[3].amount."""

    path: str
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.path or '整份文件'}：{self.found}；{self.expected}"


class PackageRefused(ValueError):
    """The package cannot be read; nothing of it was used."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


def refuse(path: str, found: str, expected: str) -> PackageRefused:
    """A refusal for one reason."""
    return PackageRefused([Problem(path, found, expected)])


def path_of(steps: list[str | int]) -> str:
    """["lines", 3, "amount"] → lines[3].amount."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")
