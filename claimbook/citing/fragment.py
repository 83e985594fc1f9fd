"""Point a browser at a passage: the text fragment that goes behind an address."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=1 << 14)  # a passage is linked from the pages of claims and of its study
def text_fragment(starts: str, ends: str) -> str:
    """Return `#:~:text=starts,ends`, or '' where there are no words to point at.

    White space is folded. One of the two alone, or both alike, point at these words. Percent-encoded is all
    but letters, digits, `.`, `_` and `~`: above all `-`, `,` and `&`, which have a meaning of their own there
    (WICG, "URL Fragment Text Directives"). An address that has a fragment already takes what
    follows the `#`.
    """
    from urllib.parse import quote

    words = dict.fromkeys(filter(None, (" ".join(part.split()) for part in (starts, ends))))
    encoded = [quote(part, safe="").replace("-", "%2D") for part in words]
    return f"#:~:text={','.join(encoded)}" if encoded else ""
