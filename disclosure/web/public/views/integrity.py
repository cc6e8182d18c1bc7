"""The head of the chain of everything published, for whoever wants to keep it: one who kept it can tell later whether anything was changed."""

from django.http import HttpRequest, JsonResponse

from disclosure.pub.models import ChainHead
from disclosure.web.headers import public

FORMAT = "disclosure-integrity/1"


@public
def integrity(request: HttpRequest) -> JsonResponse:
    head = ChainHead.objects.first()
    said = (
        {"number": head.pk, "hash": head.hash, "sealed_at": head.at.isoformat()} if head else {"number": 0, "hash": None, "sealed_at": None}
    )
    return JsonResponse({"format": FORMAT, "algorithm": "sha256", **said})
