"""Moments and days as Chinese readers write them. It knows no document."""

from datetime import date, datetime


def chinese_date(moment: str) -> str:
    """ "2024-02-08", with or without a time, as 2024年2月8日."""
    day = date.fromisoformat(moment[:10])
    return f"{day.year}年{day.month}月{day.day}日"


def spoken_time(moment: datetime) -> str:
    return f"{moment.year}年{moment.month}月{moment.day}日{moment:%H:%M}"


def spoken_date(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
