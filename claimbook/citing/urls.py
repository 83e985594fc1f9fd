"""Whether a web address is sound and harmless: http or https, a host, nothing hidden."""

from __future__ import annotations

import re

Fault = tuple[str, str | None]

# What no URI may hold unencoded (RFC 3986, section 2); beyond ASCII any visible sign may stand (RFC 3987).
_FORBIDDEN = re.compile(r"""[\s<>"{}|\\^`]""")
_HALF_ENCODED = re.compile(r"%(?![0-9A-Fa-f]{2})")
_LABEL = re.compile(r"(?!-)(?:[\w-]|[^\x00-\x7f]){1,63}(?<!-)")
_BRACKETED = re.compile(r"\[[^\[\]]+\](?::[0-9]*)?")
_USER = re.compile(r"\A([^/]*//)[^/?#\\]*@")
_SCHEME_BEFORE_SCHEME = re.compile(r"\Ahttps?:/*(?=https?:?//)", re.IGNORECASE)


def url_fault(text: str) -> Fault | None:
    """Return what is wrong with an address and the form that may be meant; None for a sound one.

    Sound is an http or https address with a host and no user name, spelt as a URI or IRI (RFC 3986, 3987).
    Whether it answers is not asked.
    """
    message = _message(text)
    if message is None:
        return None
    return message, next((one for one in _candidates(text) if _message(one) is None), None)


def _message(text: str) -> str | None:
    from urllib.parse import urlsplit

    if not text.strip():
        return "the address is empty"
    if not text.lower().startswith(("http://", "https://")):
        return "an address begins with https:// or http://"
    if hidden := _forbidden(text):
        return hidden
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return "the address has no valid host and port"
    if "@" in parts.netloc:
        return "an address carries no user name or password"
    if not _is_host(parts.netloc, parts.hostname or "") or port == 0:
        return "the address has no valid host and port"
    if any(sign in part for part in parts[2:] for sign in "[]"):
        return "the address holds '[' or ']', which must be percent-encoded"
    return None


def _forbidden(text: str) -> str | None:
    if _SCHEME_BEFORE_SCHEME.match(text):
        return "the address begins with https:// or http:// twice"
    if found := _FORBIDDEN.search(text):
        sign = "white space" if found[0].isspace() else f"'{found[0]}'"
        return f"the address holds {sign}, which must be percent-encoded"
    if not text.isprintable():
        return "the address holds an invisible character"
    if _HALF_ENCODED.search(text):
        return "the address holds a '%' that encodes nothing"
    return None


def _is_host(netloc: str, host: str) -> bool:
    if netloc.startswith("["):  # an IPv6 address, which urlsplit has checked, but not what follows it
        return bool(_BRACKETED.fullmatch(netloc))
    return all(_LABEL.fullmatch(label) for label in host.removesuffix(".").split("."))


def _candidates(text: str) -> list[str]:
    """What may be meant, the likeliest first; the caller takes the first that is sound."""
    from urllib.parse import quote

    visible = "".join(sign for sign in text.strip() if sign.isprintable())
    nameless = _USER.sub(r"\1", _SCHEME_BEFORE_SCHEME.sub("", visible))
    bare = [f"https://{visible}"] if "." in visible.partition("/")[0] else []
    encoded = quote(visible, safe=":/?#@!$&'()*+,;=%")
    return [nameless, encoded, *bare]
