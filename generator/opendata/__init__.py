"""What makes the downloads open data: workbooks, descriptions for machines, one file of all, citation.

The numbers are those of `downloads`; nothing is computed here. Dates come from data/releases.yml alone:
data that was never released has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator import downloads
from generator.catalogue import Catalogue
from generator.model import Artefact, Project, Results
from generator.opendata import bundle, csvw, dcat, package, sheets
from generator.opendata.about import Data
from generator.opendata.citation import bibtex, in_words
from generator.opendata.licences import Licence, licence
from generator.sentences import Voice

__all__ = ["CATALOGUE", "PACKAGE", "Data", "Licence", "bibtex", "build", "in_words", "licence"]

PACKAGE = f"{downloads.FOLDER}/datapackage.json"
CATALOGUE = f"{downloads.FOLDER}/catalog.jsonld"


def build(
    project: Project, results: Results, catalogue: Catalogue, voice: Voice, made: Sequence[Artefact]
) -> list[Artefact]:
    """Every further file of /data/, sorted by path. `made`: the files of API and CSV, which are described."""
    data = Data(project, results, catalogue.speaking_of(project.site), voice)
    csvs = [a for a in made if a.path.startswith(f"{downloads.FOLDER}/") and a.path.endswith(".csv")]
    described = [*csvw.build(data, csvs), Artefact(PACKAGE, package.document(data, csvs))]
    books = sheets.build(data)
    archive = bundle.build(data, [*csvs, *described, *(b for b in books if b.path.endswith("/all.xlsx"))])
    files = [*described, *books, archive]
    files.append(Artefact(CATALOGUE, dcat.document(data, [*made, *files])))
    return sorted(files, key=lambda artefact: artefact.path)
