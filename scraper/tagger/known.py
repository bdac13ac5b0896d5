"""All profiles a run knows: the package's, and those of a user's folder; read once a process."""

from functools import cache
from pathlib import Path

from scraper.tagger.extending import extended
from scraper.tagger.learning import read_profiles
from scraper.tagger.profiles import Profiles, grouped, read_parts


@cache
def profiles(folder: Path | None = None) -> Profiles:
    """Return the profiles of the package, and those of `folder` where one is given; raises `RulesError`."""
    parts, source = read_parts()
    if folder is None:
        return grouped(parts, source)
    own = read_profiles(folder)
    lines = "\n".join(f"{profile.tag}: {profile.source}" for profile in own)
    return grouped(extended(parts, own), f"{source}\n{lines}")
