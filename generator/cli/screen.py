"""Where a command speaks: findings and results on stdout, progress with seconds on stderr."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator import finding_words
from generator.cli.failures import Failure, of_fault
from generator.cli.words import say
from generator.findings import Finding

_FORMS = {
    "text": finding_words.as_text,
    "json": finding_words.as_json,
    "github": finding_words.as_github,
}


class Screen:
    """One run's voice in one language; `debug` adds the traceback of a bug."""

    def __init__(self, lang: str, debug: bool) -> None:
        self.lang = lang
        self.debug = debug
        self._stage = ""
        self._since = 0.0

    def stage(self, name: str) -> None:
        """A stage begins; the one before it is told with the seconds it took. "" ends the last."""
        if self._stage:
            told = say(f"stage.{self._stage}", self.lang)
            self.problem("seconds", name=told, seconds=time.monotonic() - self._since)
        self._stage, self._since = name, time.monotonic()

    def findings(self, findings: tuple[Finding, ...], form: str = "text") -> None:
        click.echo(_FORMS[form](findings, self.lang), nl=False)

    def result(self, key: str, **values: object) -> None:
        click.echo(say(key, self.lang, **values))

    def note(self, text: str) -> None:
        click.echo(text, nl=False)

    def problem(self, key: str, **values: object) -> None:
        click.echo(say(key, self.lang, **values), err=True)

    def failure(self, failure: Failure) -> None:
        """Findings first, then what became of the run; a traceback only for a bug and only when asked."""
        self._stage = ""
        if self.debug and failure.unexpected:
            click.echo(traceback.format_exc(), err=True)
        self.findings(failure.findings)
        self.problem(failure.key, **failure.values)

    @contextmanager
    def faults_told(self) -> Iterator[None]:
        """Every way a command can fail becomes words and an exit code."""
        try:
            yield
        except Exception as fault:
            failure = of_fault(fault)
            self.failure(failure)
            sys.exit(failure.code)
