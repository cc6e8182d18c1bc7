"""The licence line of everything that is taken along."""

LICENCE = "数据可以自由使用、转载和再加工，请注明出处和版次。"
