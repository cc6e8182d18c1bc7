"""The page of rules: what every document is checked for, why, and what passes and fails."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.exports.levels import LEVELS
from disclosure.releases.rule_book import rule_book
from disclosure.web.headers import public


@public
def rules(request: HttpRequest) -> HttpResponse:
    families = [(title, [(entry, LEVELS[entry.rule.level]) for entry in entries]) for title, entries in rule_book()]
    return render(request, "public/rules.html", {"families": families, "number": sum(len(entries) for _title, entries in families)})
