"""The line: one downloaded page in, one record out. Pure: same bytes, same versions, same options, same record."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from scraper.cleaner.assemble import Findings, assemble
from scraper.cleaner.decode import decode
from scraper.cleaner.embedded import find_embedded
from scraper.cleaner.gather import gathered, judged
from scraper.cleaner.metadata import Words, describe, gather_words
from scraper.cleaner.outside import outside_sites
from scraper.cleaner.parse import parse
from scraper.cleaner.roles import Guide, read_roles
from scraper.cleaner.second_opinion import complete
from scraper.cleaner.sites import packaged_site_rules, rule_page
from scraper.cleaner.split import split
from scraper.cleaner.view import Rules, View, look
from scraper.cleaner.wanted import as_wanted
from scraper.errors import UsageError
from scraper.model.document import SCHEMA, Document, MadeBy, Skipped, SkipReason
from scraper.model.options import Cut, Options
from scraper.model.page import FetchResult, Page
from scraper.model.segment import Block, Role
from scraper.model.site_memory import SiteMemory
from scraper.model.tree import Tree
from scraper.model.version import __version__
from scraper.rules.role_weights import load_role_weights
from scraper.rules.rulebook import load_phrases, load_rulebook
from scraper.tagger import Context, choose, find_spans, shares, tag, tell, wanted_language

_DEFAULTS = Options()
_REFUSED = 400


def clean(
    html: str | bytes, url: str | None = None, *, view: str | None = None, options: Options = _DEFAULTS
) -> Document | Skipped:
    """Return the record of one page: every piece of its text with role, language and reasons.

    `html` is the page as text or as the bytes a server sent; `url` is its address where it is known (relative links
    of the metadata are resolved against it); `view` says how much goes into the text: `balanced`, `precise` or
    `complete`. Never raises for what the page contains: a page that is no HTML, or has no text, comes back as
    `Skipped`. Raises `UsageError` and `MissingExtraError` for options that cannot be met.
    """
    if view is not None:
        options = replace(options, view=_cut(view))
    return clean_result(FetchResult(source=url or "-", body=html, url=url), options)


def _cut(view: str) -> Cut:
    """Return the view of this name."""
    try:
        return Cut(view)
    except ValueError:
        raise UsageError(f"there is no view {view!r}; there are {', '.join(Cut)}") from None


def clean_result(
    result: FetchResult, options: Options = _DEFAULTS, memory: SiteMemory | None = None
) -> Document | Skipped:
    """Return the record of one page as a reader or the fetcher delivers it; never raises for what it contains.

    `memory` is what stood on other pages of the page's host, where that is known: a crawl remembers it.
    Raises `UsageError`, `RulesError` and `MissingExtraError` for options that cannot be met, with the first page.
    """
    choose(options)
    if result.http is not None and result.http.status >= _REFUSED:
        return _skip(result, SkipReason.HTTP_STATUS, f"the server answered with status {result.http.status}")
    try:
        return _line(result, options, memory)
    except MemoryError:
        return _skip(result, SkipReason.MEMORY, "it needed more memory than there is")
    except Exception as error:  # noqa: BLE001
        # The border of a page: among millions, one that breaks the line must cost its own record and no other.
        return _skip(result, SkipReason.FAILED, f"{type(error).__name__}: {error} (please report this page)")


def _line(result: FetchResult, options: Options, memory: SiteMemory | None) -> Document | Skipped:
    """Run the steps one after the other."""
    page = decode(result)
    if isinstance(page, Skipped):
        return page
    tree = parse(page.text)
    embedded = find_embedded(tree, gathered(split(tree)), page.text)
    whole = embedded.blocks
    if not whole:
        return _skip(result, SkipReason.NO_TEXT, "the page has markup but no text in its body")
    blocks = judged(whole)
    view = look_at(page, tree, blocks, options)
    texts, tagged = [block.text for block in blocks], view.tagged
    ruled = rule_page(page, tree, blocks, options.site_rules or packaged_site_rules())
    weights = options.weights or load_role_weights()
    reading = read_roles(view, page.url, {**embedded.rulings, **ruled.rulings}, Guide(weights, options.view, memory))
    roles = [judgement.role for judgement in reading.judgements]
    language = shares(tagged, texts, [index for index, role in enumerate(roles) if role is Role.BODY])
    if options.only_languages is not None and not wanted_language(language.tag, options.only_languages):
        asked = ", ".join(options.only_languages)
        return _skip(result, SkipReason.OTHER_LANGUAGE, f"the story is in {language.tag!r}, asked for was {asked}")
    metadata = describe(page, tree, blocks, roles, _words())
    if options.second_opinion:
        metadata = complete(metadata, page.text, page.url)
    if embedded.source is not None:
        metadata = replace(metadata, because={**metadata.because, "text": embedded.source})
    if ruled.page_type:
        reading = replace(reading, page_type=ruled.page_type)
    inside = find_spans(texts, tagged, options) if options.spans else None
    findings = Findings(whole, reading, tagged, metadata, language, ruled.missed, inside)
    return as_wanted(assemble(page, findings, versions(options)), options.wanted)


def look_at(page: Page, tree: Tree, blocks: Sequence[Block], options: Options = _DEFAULTS) -> View:
    """Return a page with its languages tagged, as the judge of roles sees it at work and in training."""
    rulebook = load_rulebook()
    context = Context(sites=outside_sites(tree, blocks, page.url), telling=_telling())
    texts = [block.text for block in blocks]
    tagged = tag(texts, _declared(page, tree), rulebook.names, options, context=context)
    return look(tree, blocks, tagged, Rules(rulebook, load_phrases()))


def _declared(page: Page, tree: Tree) -> str | None:
    """Return the language the page declares for itself, as it stands there."""
    attributes = tree.attributes[0]
    header = page.http.content_language if page.http else None
    return attributes.get("lang") or attributes.get("xml:lang") or header


@cache
def _telling() -> Mapping[str, frozenset[str]]:
    """Return the phrases of all lexicons as evidence for languages."""
    return tell(load_rulebook().lexicons)


@cache
def _words() -> Words:
    """Return the months and byline words of all lexicons."""
    return gather_words(load_rulebook().lexicons)


def versions(options: Options = _DEFAULTS) -> MadeBy:
    """Return the versions that stand in every record made with these options."""
    weights = options.weights or load_role_weights()
    return _made_by(weights.name, options.site_rules.digest if options.site_rules else "")


@cache
def _made_by(weights: str, site_rules: str) -> MadeBy:
    """Return the versions that stand in every record; the digest of a user's own site rules becomes part of them."""
    digest = load_rulebook().digest
    if site_rules:
        digest = hashlib.sha256(f"{digest}+{site_rules}".encode()).hexdigest()[:12]
    return MadeBy(scraper=__version__, weights=weights, rules=digest)


def _skip(result: FetchResult, reason: SkipReason, detail: str) -> Skipped:
    """Return the record of a page that gives no document."""
    return Skipped(SCHEMA, result.source, result.url, reason, detail)
