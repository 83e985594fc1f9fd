"""The tiny base on tea with a site of few pages and a theme of a few lines, so that a build takes milliseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bases import base

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """\
site_name: Bread
docs_dir: build/docs
theme: {name: null, custom_dir: look, locale: en}
plugins: []
"""
LOOK = """\
<!doctype html><html><head>{% block htmltitle %}{% endblock %}{% block libs %}{% endblock %}
{% block extrahead %}{% endblock %}</head>
<body>{% block content %}{{ page.content }}{% endblock %}</body></html>
"""
MATERIAL = SETTINGS.replace("null, custom_dir: look, locale: en", "material, font: false")
DOCS = {"rye": "# Rye\n\nDark.\n", "oat": "# Oat\n\nPale.\n", "own/wheat": "# Wheat\n\nFine.\n"}


def bakery(folder: Path, settings: str = SETTINGS) -> Path:
    """A base in `folder` that builds; its hand-written pages are what changes."""
    root = base(
        folder,
        {"mkdocs.yml": settings, "look/base.html": LOOK}
        | {f"docs/{name}.md": text for name, text in DOCS.items()},
    )
    return root.rename(folder / "base")
