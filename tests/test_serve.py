"""The preview: rebuilt on change, the last good site kept, the trouble shown over it."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from generator import serve


def _get(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as fault:
        with fault:
            return fault.code, fault.read().decode()


def _state(address: str) -> dict[str, object]:
    return dict(json.loads(_get(f"{address}-preview/state.json")[1]))


class Workshop:
    """A build as the preview sees it: takes data/x into the site, refuses the word `wrong`."""

    def __init__(self, folder: Path) -> None:
        self.data, self.site = folder / "data", folder / "site"
        self.data.mkdir()
        self.site.mkdir()
        self.built = threading.Semaphore(0)
        self.write("one")

    def write(self, text: str) -> None:
        (self.data / "x.csv").write_text(text)

    def build(self) -> str:
        text = (self.data / "x.csv").read_text()
        if text != "wrong":
            (self.site / "index.html").write_text(f"<html><body>{text}</body></html>")
        self.built.release()
        return "data/x.csv: wrong" if text == "wrong" else ""


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path)


def test_a_change_of_data_rebuilds_the_site_and_tells_the_browser(workshop: Workshop) -> None:
    """Saving a watched file starts a build, after which the edition has another number."""
    with serve.preview(workshop.site, [workshop.data], 0, workshop.build) as address:
        assert workshop.built.acquire(timeout=5)
        before = _state(address)["edition"]
        workshop.write("two")
        assert workshop.built.acquire(timeout=5)
        assert "two" in _get(address)[1]
    assert before == 1


def test_a_mistake_keeps_the_last_good_site_and_is_shown(workshop: Workshop) -> None:
    """While the data are wrong the old page is served, with the finding for the browser to show."""
    with serve.preview(workshop.site, [workshop.data], 0, workshop.build) as address:
        assert workshop.built.acquire(timeout=5)
        workshop.write("wrong")
        assert workshop.built.acquire(timeout=5)
        assert "one" in _get(address)[1]
        for _ in range(50):
            if _state(address)["trouble"]:
                break
            threading.Event().wait(0.02)
        assert _state(address) == {"edition": 1, "trouble": "data/x.csv: wrong"}


def test_pages_are_sent_with_the_reload_script_and_files_are_not_changed(workshop: Workshop) -> None:
    """The script is added on the way to the browser only; it comes from the site's own origin."""
    with serve.preview(workshop.site, [workshop.data], 0, workshop.build) as address:
        script = '<script src="/-preview/reload.js" defer></script></body>'
        assert script in _get(address)[1]
        assert script not in (workshop.site / "index.html").read_text()
        assert _get(f"{address}-preview/reload.js")[0] == 200
        assert _get(f"{address}nowhere")[0] == 404


def test_before_the_first_good_build_there_is_a_page_to_wait_on(workshop: Workshop) -> None:
    """A project that starts with a mistake still opens, so that the mistake can be shown."""
    workshop.site.rmdir()
    workshop.write("wrong")
    with serve.preview(workshop.site, [workshop.data], 0, workshop.build) as address:
        assert "reload.js" in _get(address)[1]
