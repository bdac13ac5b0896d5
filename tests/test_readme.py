"""What the README shows is run, and what it claims is measured."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scraper.cli import COMMANDS
from scraper.model.document import SkipReason
from scraper.model.segment import Role

PROJECT = Path(__file__).resolve().parent.parent
README = (PROJECT / "README.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def blocks(language: str) -> list[str]:
    return [text for name, text in FENCE.findall(README) if name == language]


def examples() -> list[tuple[str, str]]:
    """Commands of the console blocks and what is shown below each."""
    found = []
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


def run(command: str, folder: Path) -> str:
    """Run a command as a reader would, in a folder where the fixtures are; both streams come back as one."""
    script = f'scraper() {{ "{sys.executable}" -m scraper "$@"; }}\n{command}'
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "COLUMNS": "100"}
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    return done.stderr + done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Make a folder with the fixtures in it, to write into freely."""
    place = tmp_path_factory.mktemp("readme")
    (place / "fixtures").symlink_to(PROJECT / "fixtures")
    return place


@pytest.mark.parametrize(("command", "shown"), examples(), ids=[command for command, _ in examples()])
def test_commands_print_what_is_shown(command, shown, folder):
    """Every command of a console block prints what the README shows below it."""
    printed = run(command, folder)
    assert doctest.OutputChecker().check_output(shown, printed, FLAGS), printed


def test_there_is_something_to_run():
    """The README shows commands and Python for the test above to run."""
    assert len(examples()) >= 3
    assert ">>>" in "".join(blocks("python"))


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block[:30])
def test_python_answers_as_shown(block):
    """Every Python block gives the answers shown in it."""
    case = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner(optionflags=FLAGS).run(case).failed == 0


def test_first_line_is_a_newcomers(root):
    """The first two lines to paste install and run: the main job on the fixtures, then the tests as CI runs them."""
    first, second = blocks("sh")[0].strip().splitlines()
    assert first.endswith("scraper clean fixtures")
    assert "pip install" in first
    assert "pip install" in second
    assert second.rpartition("&& ")[2].rpartition("/")[2] in (root / ".ci" / "run").read_text(encoding="utf-8")


def test_every_command_is_named():
    """Every command stands in the README's table."""
    assert [command.name for command in COMMANDS if f"`scraper {command.name}" not in README] == []


def test_every_role_and_reason_to_skip_is_named():
    """Every role and every reason for a skip stands in the README."""
    assert [name for name in [*Role, *SkipReason] if f"`{name}`" not in README] == []


CARD = (PROJECT / "scraper" / "rules" / "roles.md").read_text("utf-8")


@pytest.mark.parametrize("corpus", ["fundus", "DAnIEL", "WCXB"])
def test_figures_are_those_of_the_card(corpus):
    """The README's figures are those that training measured on sites the weights had not seen."""
    measured = re.search(rf"\| {corpus.lower()} \| all \| \d+ \| ([\d.]+) \|", CARD)
    claimed = re.search(rf"\| {corpus}[^|]*\| \*\*([\d.]+)\*\* \|", README)
    assert measured is not None
    assert claimed is not None
    assert claimed.group(1) == f"{float(measured.group(1)):.3f}"
