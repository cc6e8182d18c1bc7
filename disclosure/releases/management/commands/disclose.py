"""manage.py disclose PACKAGE --out DIR: one document without a database. Knows the exit codes, no tables."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from disclosure.exports.figures import FiguresDiffer
from disclosure.exports.files import write_files
from disclosure.exports.levels import LEVELS
from disclosure.exports.pdf import PdfError
from disclosure.exports.shape import Document
from disclosure.filings.package import facts_of
from disclosure.filings.package_file import read_placed
from disclosure.filings.problems import PackageRefused
from disclosure.releases.assemble import assemble
from disclosure.releases.opening import open_template

WRITTEN, HAS_ERRORS, UNREADABLE = 0, 1, 2


class Command(BaseCommand):
    """Reads a filing package, checks it and writes the files of its document."""

    help = "读入一个填报包（.json 或 .xlsx），检查后写出四部分公开文件：PDF、网页、XLSX、CSV、JSON；照录的原件有错也照写。不需要数据库。"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("package", type=Path, help="填报包文件")
        parser.add_argument("--out", type=Path, required=True, help="写入的文件夹")
        parser.add_argument("--draft", action="store_true", help="有错误也写出，每页标明草稿")

    def handle(self, *, package: Path, out: Path, draft: bool, **options: Any) -> None:
        try:
            document = read_document(package, draft=draft)
        except PackageRefused as error:
            for problem in error.problems:
                self.stderr.write(str(problem))
            sys.exit(UNREADABLE)
        self.report(document)
        try:
            if has_errors(document) and not draft and document["origin"] == "entered":
                write(out, {"findings.json": findings_file(document)})
                sys.exit(HAS_ERRORS)
            self.write_document(document, out)
        except OSError as error:
            self.stderr.write(f"{out}：不能写入（{error.strerror}）；请换一个文件夹")
            sys.exit(UNREADABLE)

    def report(self, document: Document) -> None:
        """Print the findings, one a line."""
        for finding in document["findings"]:
            self.stdout.write(f"{LEVELS[finding['level']]} {finding['rule']}：{finding['message']}")

    def write_document(self, document: Document, out: Path) -> None:
        """Write every file, or say why none was written."""
        try:
            files, checked = write_files(document)
        except (PdfError, FiguresDiffer) as error:
            self.stderr.write(str(error))
            sys.exit(HAS_ERRORS)
        write(out, files)
        self.stdout.write(f"{document['title']}：写出{len(files)}个文件到 {out}，逐一核对{checked}个数字，全部一致。")


def read_document(package: Path, *, draft: bool) -> Document:
    """The document of a package; raises PackageRefused, its places those of the file that was given."""
    read, places = read_placed(package)
    facts = facts_of(read)
    try:
        template = open_template(facts)
    except PackageRefused as refused:
        raise places.located(refused) from None
    return assemble(facts, template, draft=draft)


def has_errors(document: Document) -> bool:
    """Whether a finding stops the document."""
    return any(finding["level"] == "error" for finding in document["findings"])


def findings_file(document: Document) -> bytes:
    """The findings alone, as JSON."""
    return (json.dumps(document["findings"], ensure_ascii=False, indent=1) + "\n").encode()


def write(folder: Path, files: dict[str, bytes]) -> None:
    """Files by their name below the folder."""
    for name, body in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
