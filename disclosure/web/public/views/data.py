"""Open data: what can be taken along, and how the API is asked."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from disclosure.exports.licence import LICENCE
from disclosure.web.headers import public
from disclosure.web.public.api import api
from disclosure.web.public.bulk import newest_parts
from disclosure.web.public.facets import facets


@public
def data(request: HttpRequest) -> HttpResponse:
    number = sum(each.number for each in facets.all())
    said = {"licence": LICENCE, "number": number, "bulk": newest_parts(), "places": places()}
    return render(request, "public/data.html", said)


def places() -> dict[str, str]:
    """The regions' names by their code."""
    return {each.region: each.region_name for each in facets.all()}


@public
def api_docs(request: HttpRequest) -> HttpResponse:
    """What the schema says, to be read: no script."""
    schema = api.get_openapi_schema(path_prefix="/api/")
    return render(
        request, "public/api_docs.html", {"schema": schema, "calls": [call_of(path, each["get"]) for path, each in schema["paths"].items()]}
    )


def call_of(path: str, said: dict[str, Any]) -> dict[str, Any]:
    """One address: what it gives, and what may be asked."""
    parameters = [
        {
            "name": each["name"],
            "required": each.get("required", False),
            "says": each["schema"].get("description", ""),
            "example": example_of(each),
        }
        for each in said.get("parameters", ())
    ]
    return {"path": path, "summary": said["summary"], "says": said.get("description", ""), "parameters": parameters}


def example_of(parameter: dict[str, Any]) -> str:
    examples = parameter["schema"].get("examples") or parameter.get("examples") or [parameter["schema"].get("default", "")]
    return "" if examples[0] is None else str(examples[0])
