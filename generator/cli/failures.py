"""From a fault to an exit code and the words for it. A data mistake is never a bug, and the reverse."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from generator import lock, pipeline, publish, revisions, swap
from generator.findings import Finding, Severity
from generator.importers.written import ImportRefused


class Exit(IntEnum):
    """Exit codes of every command."""

    OK = 0
    BROKEN = 1
    REJECTED = 2
    HELD = 3
    BUSY = 4


class NotAProject(Exception):
    """The folder given has no site_config/site.yml."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed run: its exit code, what was found, and the sentence (key of `words`) about it."""

    code: Exit
    key: str
    findings: tuple[Finding, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    unexpected: bool = False


def of_findings(findings: tuple[Finding, ...]) -> Exit:
    """Rejected beats held; warnings never change the exit."""
    severities = {finding.severity for finding in findings}
    if Severity.REJECTED in severities:
        return Exit.REJECTED
    return Exit.HELD if Severity.HELD in severities else Exit.OK


def of_fault(fault: Exception) -> Failure:
    """What to tell about an exception, and how to exit."""
    match fault:
        case pipeline.Stopped():
            code = of_findings(fault.findings)
            return Failure(code, "held" if code is Exit.HELD else "rejected", fault.findings)
        case publish.BrokenSite(by_hand=True):
            return Failure(Exit.REJECTED, "rejected", fault.findings)
        case publish.BrokenSite():
            return Failure(Exit.BROKEN, "broken_site", fault.findings)
        case lock.Busy():
            return Failure(Exit.BUSY, "busy", values={"pid": fault.pid or "?"})
        case swap.NotASite():
            return Failure(Exit.REJECTED, "not_a_site", values={"place": fault.place})
        case NotAProject():
            return Failure(Exit.REJECTED, "not_a_project", values={"place": fault.folder})
        case revisions.UnknownRevision():
            return Failure(Exit.REJECTED, "unknown_revision", values={"revision": fault.revision})
        case ImportRefused():
            key = "import_no_data" if fault.reason == "no_data" else "import_refused"
            return Failure(Exit.REJECTED, key, values={"place": ", ".join(fault.paths)})
        case OSError():
            return Failure(Exit.BROKEN, "cannot_write", values={"fault": fault}, unexpected=True)
    told = f"{type(fault).__name__}: {fault}"
    return Failure(Exit.BROKEN, "bug", values={"fault": told}, unexpected=True)
