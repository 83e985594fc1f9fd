"""Point a browser at a passage: the text fragment that goes behind an address."""

from __future__ import annotations

from functools import lru_cache


def text_fragment(starts: str, ends: str) -> str:
    """Return `#:~:text=starts,ends`, or '' where there are no words to point at.

    White space is folded. One of the two alone, or both alike, point at these words. Percent-encoded is all
    but letters, digits, `.`, `_` and `~`: above all `-`, `,` and `&`, which have a meaning of their own there
    (WICG, "URL Fragment Text Directives"). An address that has a fragment already takes what
    follows the `#`.
    """
    parts = ("%20".join(map(_encoded, part.split())) for part in (starts, ends))
    fragment = ",".join(dict.fromkeys(filter(None, parts)))
    return f"#:~:text={fragment}" if fragment else ""


@lru_cache(maxsize=1 << 14)  # most words are met again and again
def _encoded(word: str) -> str:
    from urllib.parse import quote

    return quote(word, safe="").replace("-", "%2D")
