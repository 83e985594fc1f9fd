"""The Content-Security-Policy of a page: its own files and its theme's scripts, and nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache, lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from claimbook.htmlpage import look, tags

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimbook.htmlpage import Page

    Scripts = Callable[[bytes], str]  # to the hash of one of them; to nothing for any other

_RULES = (
    "default-src 'none'",
    "script-src 'self'{}",
    "style-src 'self'",
    "img-src 'self' data:",  # data: the theme's icons, which its stylesheet holds
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
_BY_HEADER = "frame-ancestors 'none'"  # which browsers pass over in a page
_WASM = "'wasm-unsafe-eval'"

_SCRIPT = re.compile(r"<script[^>]*>(.*?)</script\s*>", re.S | re.I | re.A)
_FILLED_IN = re.compile(r"\{\{.*?\}\}", re.S)
_PLAIN = r"""[\w\s."/:,%~{}\[\]-]*"""  # an address or JSON: no call and no assignment can be written so
_DATA = ("application/json", "application/ld+json")
_PLACE = re.compile(rb"<head(?:\s[^>]*)?>(?:\s*<meta\s+charset=[^>]*>)?", re.I)
_ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.I)


class Seen(NamedTuple):
    """What was seen of a page while it was sealed: the hashes of its scripts, what the link check asks, and its digest.

    The digest is the SHA-256, in hexadecimal, of the page with its policy.
    """

    hashes: list[str]
    page: Page
    digest: str


class Sealed(NamedTuple):
    """A page with its policy, what of it the policy would refuse, and what was seen of it."""

    html: bytes
    refused: list[str]
    seen: Seen

    @property
    def hashes(self) -> list[str]:
        """Those of its scripts."""
        return self.seen.hashes


def scripts_of(templates: Iterable[str]) -> Scripts:
    """The inline scripts of a theme, from the texts of its templates.

    What a template fills in may be an address or plain JSON. A script with more of Jinja in it is left out.
    """
    texts = {
        text for template in templates for text in _SCRIPT.findall(template) if text and "{%" not in text
    }
    known = [re.compile(_PLAIN.join(map(re.escape, _FILLED_IN.split(text)))) for text in sorted(texts)]

    @cache
    def hash_of(script: bytes) -> str:
        text = script.decode("utf-8", "surrogateescape")
        return _hash(script) if any(each.fullmatch(text) for each in known) else ""

    return hash_of


def policy(hashes: Iterable[str]) -> str:
    """The policy that stands in a page whose inline scripts have these hashes."""
    return "; ".join(_RULES).format("".join(f" '{each}'" for each in hashes))


def header(hashes: Iterable[str]) -> str:
    """The policy for a server to send with every file; `hashes` are those of all pages.

    It allows WebAssembly, which the search's worker compiles. A page's own policy does not, and a browser
    holds a page to both; a worker has only the header's.
    """
    allowed = policy(sorted(set(hashes))).replace("script-src 'self'", f"script-src 'self' {_WASM}")
    return f"{allowed}; {_BY_HEADER}"


def sealed(html: bytes, scripts: Scripts) -> Sealed:
    """Put its policy into a page, as early as it can stand.

    An inline script is allowed, by its hash, only if it is one of the theme's: a hash of whatever stands in
    the page would allow what was smuggled in, too. Data in a script's place need no leave.
    """
    hashes: list[str] = []
    refused: list[str] = []
    told = look(html)
    for tag, held in told.active:
        is_inline_script, faults = _judged(tag)
        refused += faults
        if is_inline_script and (allowed := scripts(held)):
            hashes.append(allowed)  # nothing is held by one without an end: what is not known
        elif is_inline_script:
            begin = " ".join(held.decode("utf-8", "replace").split())[:60]
            refused.append(f"an inline script that is not the theme's: {begin}")
    hashes = list(dict.fromkeys(hashes))
    place = _PLACE.search(html)
    if not place:
        refused.append("no <head>, where the page's policy would stand")
    done = _with(html, place, hashes)
    return Sealed(done, refused, Seen(hashes, told.page, sha256(done).hexdigest()))


def _with(html: bytes, place: re.Match[bytes] | None, hashes: list[str]) -> bytes:
    """The page with its policy at the end of a place in it."""
    if not place:
        return html
    meta = f'\n<meta http-equiv="Content-Security-Policy" content="{policy(hashes)}">'
    return html[: place.end()] + meta.encode() + html[place.end() :]


@lru_cache(maxsize=1 << 12)
def _judged(tag: str) -> tuple[bool, list[str]]:
    """Whether a tag begins an inline script, and what of it would be refused."""
    is_inline_script = False
    refused: list[str] = []
    for name, attributes in tags(tag):
        given = {each: value or "" for each, value in attributes}
        kind = given.get("type", "").strip().lower()
        is_inline_script = name == "script" and "src" not in given and kind not in _DATA
        refused += _refused(name, given)
    return is_inline_script, refused


def _refused(tag: str, given: dict[str, str]) -> Iterator[str]:
    if tag == "style":
        yield "a <style> element; styles stand in a stylesheet of the site"
    for name in given:
        if name == "style" or name.startswith("on"):
            yield f"{name}= on <{tag}>; styles and scripts stand in files of the site"
    if _ELSEWHERE.match(source := given.get("src", "")) and not source.strip().startswith("data:image/"):
        yield f"<{tag}> from elsewhere: {source.strip()}"


def _hash(script: bytes) -> str:
    digest = sha256(script).digest()
    return f"sha256-{b64encode(digest).decode('ascii')}"
