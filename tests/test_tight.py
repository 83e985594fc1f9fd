"""Templates lose white space that nobody sees, and nothing else."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from claimbook.tight import Tight, tight, tightened

WHITE = re.compile(r"\s+")
SCRIPT = re.compile(r"<script>.*?</script>", re.S)
texts = st.lists(
    st.sampled_from([" ", "\n", "\t", "a", "<b>", "</b>", "<script>", "</script>", "<PRE>", "</PRE>", "{}"])
).map("".join)


def filled_in(template: str, *extensions: type[Tight]) -> str:
    return Environment(extensions=extensions).from_string(template).render(x="  \n  x", yes=True)


def test_one_end_of_a_line_stays_of_the_white_space_around_it():
    template = "<p>\n  {% if yes %}\n    {{ x }}\n   \n\n  {% endif %}  and\n</p> <p>  a"
    assert filled_in(template, Tight) == "<p>\n\n  \n  x\n  and\n</p> <p>  a"


def test_where_white_space_counts_it_stays():
    for name in ("script", "style", "pre", "TEXTAREA"):
        template = f"\n  <{name} a>\n  1\n  {{{{ x }}}}\n  2\n  </{name}>\n  "
        assert filled_in(template, Tight) == f"\n<{name} a>\n  1\n    \n  x\n  2\n  </{name}>\n"


@settings(max_examples=60, deadline=None)
@given(texts, st.booleans())
@example("<script></PRE> \n</script>", False)
def test_what_stands_apart_stays_apart_and_nothing_else_changes(text: str, yes: bool) -> None:
    template = text.replace("{}", "{% if yes %}") + "{% endif %}" * text.count("{}")
    done, plain = filled_in(template, Tight), filled_in(template)
    assert WHITE.sub(" ", done) == WHITE.sub(" ", plain)
    assert SCRIPT.findall(done) == SCRIPT.findall(plain)
    assert len(done) <= len(plain)


def test_an_element_may_stay_open_from_one_piece_to_the_next():
    assert tight("<pre>\n  a") == ("<pre>\n  a", ("pre",))
    assert tight("\n  a</pre>\n  b", ("pre",)) == ("\n  a</pre>\nb", ())


def test_an_element_ends_with_its_own_tag_alone():
    for text in ("<script></pre>\n  </script>", "<pre><script></pre>\n  </script>\n  </pre>"):
        assert tight(text) == (text, ())
    assert tight("<script><pre></script>\n  </pre>\n  ") == ("<script><pre></script>\n</pre>\n", ())


def test_hidden_folders_are_not_listed_and_their_templates_are_found(tmp_path):
    for name in ("a.html", "b/c.svg", ".icons/d.svg", "b/.e/f.svg"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("\n  x")
    templates = tightened(Environment(), [str(tmp_path)])
    assert templates.list_templates() == ["a.html", "b/c.svg"]
    assert templates.get_template(".icons/d.svg").render() == "\nx"
