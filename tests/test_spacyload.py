"""The parts of spaCy that are used load without the rest, which is whole for whoever wants it."""

from __future__ import annotations

import subprocess
import sys

import pytest

BEFORE = "import sys; from extract.language.spacyload import parts; parts()\n"
WHOLE = """
import spacy
nlp = spacy.blank("it")
assert len(nlp("un esempio")) == 2
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
try:
    Matcher(nlp.vocab, validate=True).add("a", [[{"NOTHING": 1}]])
except ValueError:
    print("validated")
doc = nlp("tre sportelli")
assert Doc(nlp.vocab).from_json(doc.to_json()).text == doc.text
matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
matcher.add("b", [nlp.make_doc("Tre Sportelli")])
assert len(matcher(doc)) == 1
from spacy.cli import download
assert callable(download)
"""


def run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_parts_load_without_the_rest() -> None:
    rest = ("spacy.language", "spacy.pipeline", "spacy.schemas", "spacy.cli", "httpx")
    code = f"print([name for name in {rest} if name in sys.modules])"
    assert run(BEFORE + code).strip() == "[]"


def test_spacy_is_whole_after_its_parts() -> None:
    assert run(BEFORE + WHOLE).strip() == "validated"
    assert run(WHOLE + BEFORE).strip() == "validated"


@pytest.mark.parametrize("first", [
    "import spacy.language", "from spacy.cli import download", "from spacy import blank", "import spacy.schemas",
    "from spacy.lang.it import Italian", "import spacy; spacy.__version__",
])
def test_spacy_is_whole_whatever_is_wanted_first(first: str) -> None:
    assert run(f"{BEFORE}{first}{WHOLE}").strip() == "validated"
    assert run(f"{BEFORE}import spacy; print(hasattr(spacy, 'nothing'), spacy.Language.__name__)") == "False Language\n"


def test_the_parts_are_those_of_spacy() -> None:
    code = (
        "import spacy.matcher, spacy.tokens, spacy.vocab\n"
        "assert parts()[:3] == (spacy.vocab.Vocab, spacy.tokens.Doc, spacy.matcher.PhraseMatcher)"
    )
    run(BEFORE + code)
    run("import spacy\n" + BEFORE + code)


def test_a_spacy_whose_parts_need_the_rest_is_loaded_whole() -> None:
    code = (
        "import sys; from extract.language import spacyload\n"
        "spacyload._schemas = lambda: __import__('types').ModuleType('spacy.schemas')\n"
        "spacyload.parts(); assert 'spacy.language' in sys.modules\n"
        "from extract.language import Hints, analyse\n"
        "print(len(analyse('Attivati almeno 12 sportelli', Hints('results')).statements))"
    )
    assert run(code).strip() == "1"
