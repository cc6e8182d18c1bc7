"""What a reader typed, understood: words, a code, an amount. Knows no database."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

LONGEST = 100
AMOUNT = re.compile(r"[¥￥]?(-?[\d,]{1,18}(?:\.\d{1,6})?)(元|万元|亿元|万|亿)?\Z")
FEN_OF = {"元": 100, "万元": 1_000_000, "万": 1_000_000, "亿元": 10_000_000_000, "亿": 10_000_000_000}
CENT = Decimal("0.01")


@dataclass(frozen=True)
class Amount:
    """An amount that may be meant. `fen`: exact amounts; `printed`: as documents print it in 万元. `is_plain`: could be a code as well."""

    fen: tuple[int, ...]
    printed: tuple[str, ...]
    is_plain: bool


@dataclass(frozen=True)
class Asked:
    """`words` as typed, at most LONGEST characters of them; `code` where only digits were typed."""

    words: str
    code: str
    amount: Amount | None

    @property
    def is_only_an_amount(self) -> bool:
        """Nobody is called 713.83万元."""
        return self.amount is not None and not self.amount.is_plain


def asked(typed: str) -> Asked:
    """Full width is half width; what is more than LONGEST characters is not looked for."""
    words = " ".join(unicodedata.normalize("NFKC", typed.replace("\x00", " ")).split())[:LONGEST]
    leading = words.split(" ")[0]
    code = leading if re.fullmatch(r"\d{3,7}", leading) else ""
    return Asked(words, code, amount_of(words))


def amount_of(words: str) -> Amount | None:
    """713.83, 713.83万元, 7138300元, 7,138,300: without a unit it may be either."""
    found = AMOUNT.match(words.replace(" ", ""))
    if found is None or not found[1].strip(",-"):
        return None
    number, unit = Decimal(found[1].replace(",", "")), found[2]
    in_fen = [number * FEN_OF[unit]] if unit else [number * FEN_OF["元"], number * FEN_OF["万元"]]
    fen = tuple(int(each) for each in in_fen if each == each.to_integral_value() and abs(each) < 2**63)
    ten_thousands = number if unit in (None, "万元", "万") else number * FEN_OF[unit] / FEN_OF["万元"]
    return Amount(fen, printed(ten_thousands), is_plain=not unit and found[1].isdigit())


def printed(ten_thousands: Decimal) -> tuple[str, ...]:
    """As documents may print it: with and without separators. An amount with more decimals than are printed is looked for as it is."""
    rounded = ten_thousands.quantize(CENT, ROUND_HALF_UP)
    return (f"{rounded:.2f}", f"{rounded:,.2f}") if rounded == ten_thousands else ()
