"""One line of the benchmark table: a value beside its reference, measured in the same run."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class BenchRow:
    """A measured value and what it is compared with."""

    name: str
    value: float
    unit: str
    reference: str
    reference_value: float

    @property
    def ratio(self) -> float:
        return self.value / self.reference_value

    def as_json(self) -> dict[str, object]:
        """As var/bench.json holds it."""
        return asdict(self) | {"ratio": round(self.ratio, 3)}
