"""Verifies everything that was released: bytes against hashes, documents against files, the chain against both; names what differs. Writes nothing."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db.models.functions import Now

from disclosure.releases.hashes import content_hash, sha256, substance_hash
from disclosure.releases.indexing import differing
from disclosure.releases.models import Happening, Release, ReleaseEvent, ReleaseFile, Seal
from disclosure.releases.sealing import START, event_content, link, release_content

KINDS = ("disclosure.json", "disclosure.pdf", "findings.json")


@dataclass(frozen=True)
class Mismatch:
    """Something that is not as it was released: what, and how it differs."""

    what: str
    says: str

    def __str__(self) -> str:
        return f"{self.what}：{self.says}"


def verify() -> Iterator[Mismatch]:
    """Every mismatch there is; none where all is as it was released."""
    purged = set(ReleaseEvent.objects.filter(kind=Happening.PURGED).values_list("release_id", flat=True))
    for release in Release.objects.order_by("pk").iterator(chunk_size=20):
        name = f"{release}（{release.version_url()}）"
        yield from files(release, name, is_purged=release.pk in purged)
        yield from ([] if release.pk in purged else document(release, name))
    yield from seals()


def files(release: Release, name: str, *, is_purged: bool) -> Iterator[Mismatch]:
    """Each file's bytes against its own hash."""
    held = set()
    for file in ReleaseFile.objects.filter(release=release).order_by("name").iterator(chunk_size=5):
        held.add(file.name)
        body = bytes(file.body)
        if is_purged and not body:
            continue
        if (found := sha256(body)) != file.sha256:
            yield Mismatch(f"{name}的文件 {file.name}", f"校验值应为{file.sha256}，现为{found}")
        elif len(body) != file.size:
            yield Mismatch(f"{name}的文件 {file.name}", f"应有{file.size}字节，现有{len(body)}字节")
    for missing in (each for each in KINDS if each not in held):
        yield Mismatch(f"{name}的文件 {missing}", "不见了")


def document(release: Release, name: str) -> Iterator[Mismatch]:
    """The document in the database against the file that was published, and against its check values."""
    file = release.files.filter(name="disclosure.json").first()
    if file is not None and file.sha256 != release.document_sha256:
        yield Mismatch(f"{name}的文件内容", f"校验值应为{release.document_sha256}，文件的是{file.sha256}")
    if content_hash(release.document) != release.content_sha256:
        yield Mismatch(f"{name}的文件内容", "和内容校验值不符")
        return  # of what is not the document nothing can be asked
    if release.substance_sha256 and substance_hash(release.document) != release.substance_sha256:
        yield Mismatch(f"{name}的文件内容", "和实质内容校验值不符")
    elif file is not None and sha256(bytes(file.body)) == file.sha256 and json.loads(bytes(file.body)) != release.document:
        yield Mismatch(f"{name}的文件内容", "和公开的disclosure.json不同")
    yield from (Mismatch(f"{name}的检索数据", said) for said in differing(release))


def seals() -> Iterator[Mismatch]:
    """The chain from its first link: numbers, hashes, and what each link stands for."""
    before, place = START, 0
    for one in Seal.objects.select_related("event").order_by("number").iterator(chunk_size=100):
        place += 1
        what = f"链的第{one.number}环"
        if one.number != place:
            yield Mismatch(f"链的第{place}环", "不见了")
            place = one.number
        if link(one.number, before, one.content) != one.hash:
            yield Mismatch(what, "和前一环接不上")
        before = one.hash
        yield from sealed(one, what)
    yield from unsealed()


def sealed(one: Seal, what: str) -> Iterator[Mismatch]:
    """What the link stands for, against the link."""
    if one.event is not None:
        found, told = event_content(one.event), str(one.event)
    else:
        release = Release.objects.get(pk=one.release_id or 0)
        found, told = release_content(release), str(release)
    if found != one.content:
        yield Mismatch(f"{what}封存的{told}", "和封存时不同")


def unsealed() -> Iterator[Mismatch]:
    """What was published an hour ago and is in no chain."""
    known = Seal.objects.filter(release__isnull=False).values("release")
    for release in Release.objects.published().filter(publish_at__lte=Now() - timedelta(hours=1)).exclude(pk__in=known).defer("document"):
        yield Mismatch(f"{release}（{release.version_url()}）", "公开超过一小时，还没有封存；请看后台进程是否在运行")
