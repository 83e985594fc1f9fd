"""Web addresses: what is sound, what is refused, and which form is suggested."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.citing import url_fault

SCHEME = "an address begins with https:// or http://"
HOST = "the address has no valid host and port"
USER = "an address carries no user name or password"
TWICE = "the address begins with https:// or http:// twice"
INVISIBLE = "the address holds an invisible character"


def unencoded(sign: str) -> str:
    return f"the address holds {sign}, which must be percent-encoded"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://example.org/",
        "HTTPS://Example.ORG./bees?of=hive&n=1#top",
        "https://a-b.example.org:8080/~kale/(a),b;c=d/e!f$g*h'i+j@k:l%20m",
        "http://127.0.0.1:8000/",
        "http://localhost/x",
        "https://[2001:db8::1]:443/x",
        "https://bücher.example/größe?ß=ü#ö",
        "https://例え.jp/蜂",
        "https://my_host.example.org/",
        "https://हिन्दी.भारत/",
        "https://example.org/Q%0aA%fF%99%cD",
        "https://[::1]/",
        "https://http/x",
        "https://web.example.org/2020/https://kale@example.org/",
    ],
)
def test_sound_addresses(url: str) -> None:
    assert url_fault(url) is None


@pytest.mark.parametrize(
    ("url", "message", "meant"),
    [
        ("", "the address is empty", None),
        ("  ", "the address is empty", None),
        ("www.example.org/bees", SCHEME, "https://www.example.org/bees"),
        ("example.org:8080/bees", SCHEME, "https://example.org:8080/bees"),
        (" https://example.org/", SCHEME, "https://example.org/"),
        (" https://bücher.example/größe ", SCHEME, "https://bücher.example/größe"),
        ("bees", SCHEME, None),
        ("/bees.html", SCHEME, None),
        ("//example.org/x", SCHEME, None),
        ("ftp://example.org/x", SCHEME, None),
        ("javascript:alert(1.5)", SCHEME, None),
        ("data:text/html,bees", SCHEME, None),
        ("data:,a.b", SCHEME, None),
        ("mailto:kale@example.org", SCHEME, None),
        ("https:/example.org/x", SCHEME, None),
        ("http:/example.org/x", SCHEME, None),
        ("https://http://example.org/x", TWICE, "http://example.org/x"),
        ("http://HTTPS://example.org/x", TWICE, "HTTPS://example.org/x"),
        ("https://https//example.org/x", TWICE, None),
        ("https://", HOST, None),
        ("https:///bees", HOST, None),
        ("https://:80/", HOST, None),
        ("https://?bees", HOST, None),
        ("https://example..org/", HOST, None),
        ("https://.example.org/", HOST, None),
        ("https://-bees.org/", HOST, None),
        ("https://bees-.org/", HOST, None),
        ("https://be,es.org/", HOST, None),
        ("https://be%65s.org/", HOST, None),
        (f"https://{'b' * 64}.org/", HOST, None),
        ("https://example.org:0/", HOST, None),
        ("https://example.org:99999/", HOST, None),
        ("https://example.org:bees/", HOST, None),
        ("https://[::1/", HOST, None),
        ("https://[bees]/", HOST, None),
        ("https://[::1]bees/", HOST, None),
        ("https://be~es.org/", HOST, None),
        ("https://example.org\uff0fbees.org/", HOST, None),
        ("https://kale:pass@example.org/a@b", USER, "https://example.org/a@b"),
        ("https://kale@example.org", USER, "https://example.org"),
        ("https://example.org/a b", unencoded("white space"), "https://example.org/a%20b"),
        ("https://example.org/a\nb", unencoded("white space"), "https://example.org/ab"),
        ("https://example.org/\n", unencoded("white space"), "https://example.org/"),
        ("https://example.org/a\u00a0b", unencoded("white space"), "https://example.org/ab"),
        ("https://example.org/<b>", unencoded("'<'"), "https://example.org/%3Cb%3E"),
        ('https://example.org/"', unencoded("'\"'"), "https://example.org/%22"),
        ("https://example.org\\@bees.org/", unencoded("'\\'"), None),
        ("https://example.org/{a}|^`", unencoded("'{'"), "https://example.org/%7Ba%7D%7C%5E%60"),
        ("https://example.org/a[", unencoded("'[' or ']'"), "https://example.org/a%5B"),
        ("https://example.org/a]", unencoded("'[' or ']'"), "https://example.org/a%5D"),
        ("https://example.org/a[1]", unencoded("'[' or ']'"), "https://example.org/a%5B1%5D"),
        ("https://example.org?a@b\u200b", INVISIBLE, "https://example.org?a@b"),
        ("https://example.org#a@b\u200b", INVISIBLE, "https://example.org#a@b"),
        ("https://example.org/x//a@b\u200b", INVISIBLE, "https://example.org/x//a@b"),
        ("https://example.org/http://a@b\u200b", INVISIBLE, "https://example.org/http://a@b"),
        ("https://example.org/\u200b", INVISIBLE, "https://example.org/"),
        ("https://example.org/\u202egro", INVISIBLE, "https://example.org/gro"),
        ("https://example.org/\x7f", INVISIBLE, "https://example.org/"),
        ("https://example.org/\ud800", INVISIBLE, "https://example.org/"),
        ("https://example.org/100%", "the address holds a '%' that encodes nothing", None),
        ("https://example.org/%GG", "the address holds a '%' that encodes nothing", None),
        ("https://example.org/%zz", "the address holds a '%' that encodes nothing", None),
    ],
)  # fmt: skip
def test_unsound_addresses(url: str, message: str, meant: str | None) -> None:
    assert url_fault(url) == (message, meant)


@pytest.mark.parametrize("sign", '<>"{}|^`')
def test_a_sign_that_no_address_holds_is_encoded_and_nothing_else(sign: str) -> None:
    address = "https://example.org/:?@!$&'()*+,;=%20#{}".format
    assert url_fault(address(sign)) == (unencoded(f"'{sign}'"), address(f"%{ord(sign):02X}"))


@given(st.text() | st.text("htps:/@[].%a \\\u200b").map(lambda text: f"https://{text}"))
def test_a_suggestion_is_itself_sound(text: str) -> None:
    found = url_fault(text)
    assert found is None or found[1] is None or url_fault(found[1]) is None
