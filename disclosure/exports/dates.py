"""Moments and days as Chinese readers write them. It knows no document."""

from datetime import date, datetime

from django.utils.translation import get_language


def chinese_date(moment: str) -> str:
    """ "2024-02-08", with or without a time, as 2024年2月8日."""
    day = date.fromisoformat(moment[:10])
    return f"{day.year}年{day.month}月{day.day}日"


def spoken_time(moment: datetime) -> str:
    """2024年2月8日09:00; in English 2024-02-08 09:00."""
    return f"{moment:%Y-%m-%d %H:%M}" if get_language() == "en" else f"{spoken_date(moment)}{moment:%H:%M}"


def spoken_date(day: date) -> str:
    """2024年2月8日; in English 2024-02-08."""
    return f"{day:%Y-%m-%d}" if get_language() == "en" else f"{day.year}年{day.month}月{day.day}日"
