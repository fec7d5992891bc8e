"""What a workbook may be before openpyxl sees it: a whole zip of ordinary size, plain XML.

A zip bomb, an entity bomb or a document type costs minutes and gigabytes once parsed, so the
raw bytes are looked at first.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib

from generator.load.textfile import OLE, not_a_table

LARGEST_FILE = 30_000_000
LARGEST_PART = 40_000_000
LARGEST_TOTAL = 80_000_000
MOST_PARTS = 2_000
_RELATIONS = "xl/_rels/workbook.xml.rels"
STEEPEST = 300
"""Ratio of unpacked to packed size; sheets of equal rows reach about 100."""

_ENTITIES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_NOT_XML = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tiff", ".emf", ".wmf", ".bin")
"""Parts that are never parsed; everything else may be XML whatever it is called."""


def fault(content: bytes) -> str:
    """Code of the reason why `content` is not opened as a workbook; "" when it may be."""
    if not content:
        return "file_empty"
    if len(content) > LARGEST_FILE:
        return "file_too_large"
    if content.startswith(OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        return "workbook_locked" if locked else "workbook_is_xls"
    if not content.startswith(b"PK"):
        other = not_a_table(content)
        return other if other in ("file_is_lfs_pointer", "file_is_html", "file_empty") else "workbook_damaged"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return _package(package)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return "workbook_damaged"


def _package(package: zipfile.ZipFile) -> str:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS or sum(p.file_size for p in parts) > LARGEST_TOTAL:
        return "workbook_too_large"
    if len(names) != len(parts):
        return "workbook_damaged"
    if any(p.flag_bits & 1 for p in parts):
        return "workbook_locked"
    if _has_macros(package, names):
        return "workbook_has_macros"
    if "mimetype" in names and b"opendocument" in package.read("mimetype")[:200]:
        return "workbook_is_ods"
    if "xl/workbook.bin" in names:
        return "workbook_is_xlsb"
    code = next((code for part in parts if (code := _part(package, part))), "")
    return code or ("" if _sheets_are_whole(package, names) else "workbook_damaged")


def _has_macros(package: zipfile.ZipFile, names: set[str]) -> bool:
    """A Visual Basic project, a sheet of old macros, or the type of an .xlsm."""
    if "xl/vbaProject.bin" in names or any(name.startswith("xl/macrosheets/") for name in names):
        return True
    types = "[Content_Types].xml"
    return types in names and b"macroEnabled" in package.read(types)


def _sheets_are_whole(package: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether every sheet the workbook lists is there: openpyxl passes over one that is not."""
    if _RELATIONS not in names:
        return True
    for relation in re.findall(rb"<[^<>]*/worksheet[\"'][^<>]*>", package.read(_RELATIONS)):
        target = re.search(rb"Target\s*=\s*[\"']([^\"']*)", relation)
        path = target.group(1).decode("utf-8", "replace") if target else ""
        if posixpath.normpath(posixpath.join("/xl", path)).lstrip("/") not in names:
            return False
    return True


def _part(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> str:
    """Reads the part to its end, so that a wrong checksum shows."""
    steep = part.file_size > STEEPEST * max(part.compress_size, 1) and part.file_size > 1_000_000
    if steep or part.file_size > LARGEST_PART:
        return "workbook_too_large"
    data = package.read(part)
    # Without NUL bytes, UTF-16 reads like ASCII.
    hostile = not part.filename.lower().endswith(_NOT_XML) and _ENTITIES.search(data.replace(b"\0", b""))
    return "workbook_has_entities" if hostile else ""
