"""The licences a site may name: what each is called, and the address of its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

_CC = "https://creativecommons.org/"
_DATA_COMMONS = "https://opendatacommons.org/licenses/"
KNOWN: Mapping[str, tuple[str, str]] = {
    "CC-BY-4.0": ("CC BY 4.0", f"{_CC}licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", f"{_CC}licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", f"{_CC}licenses/by-nc/4.0/"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", f"{_CC}licenses/by-nd/4.0/"),
    "CC-BY-NC-SA-4.0": ("CC BY-NC-SA 4.0", f"{_CC}licenses/by-nc-sa/4.0/"),
    "CC-BY-NC-ND-4.0": ("CC BY-NC-ND 4.0", f"{_CC}licenses/by-nc-nd/4.0/"),
    "CC-BY-3.0": ("CC BY 3.0", f"{_CC}licenses/by/3.0/"),
    "CC-BY-2.1-JP": ("CC BY 2.1 JP", f"{_CC}licenses/by/2.1/jp/"),
    "CC0-1.0": ("CC0 1.0", f"{_CC}publicdomain/zero/1.0/"),
    "ODC-BY-1.0": ("ODC-BY 1.0", f"{_DATA_COMMONS}by/1-0/"),
    "ODBL-1.0": ("ODbL 1.0", f"{_DATA_COMMONS}odbl/1-0/"),
    "PDDL-1.0": ("PDDL 1.0", f"{_DATA_COMMONS}pddl/1-0/"),
    "OGL-UK-3.0": (
        "Open Government Licence v3.0",
        "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    ),
    "PDL-1.0": (
        "公共データ利用規約（第1.0版）",
        "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0",
    ),
}
"""SPDX identifier in capitals → name, address; PDL-1.0 is the Japanese government's own."""


@dataclass(frozen=True, slots=True)
class Licence:
    """`id` as site.yml writes it; `url` "" where nobody here knows the text's address."""

    id: str
    title: str
    url: str = ""


def licence(written: str) -> Licence:
    """The licence that site.yml names, however its words are joined (`CC BY 4.0`)."""
    found = KNOWN.get("-".join(written.upper().split()))
    return Licence(written, *found) if found else Licence(written, written)
