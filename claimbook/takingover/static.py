"""Static files laid into a new site under one more name, where the disk can: several times as quick as a copy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def link_static(files: Any, config: Any) -> None:
    """Let MkDocs link the files of ``build/docs`` that are no pages, in place of copying them.

    `files` and `config` are MkDocs' own. Those files are never written into, but replaced (`claimbook/write.py`).
    What is written into later in the site is copied: HTML, which gets its policy, and what a template makes.
    """
    made = {*config.theme.static_templates, *config.extra_templates}
    for file in files:
        page = file.is_documentation_page() or file.dest_uri.endswith(".html")
        by_template = {file.dest_uri, file.dest_uri.removesuffix(".gz")} & made
        if file.src_dir == config.docs_dir and file.abs_src_path and not (page or by_template):
            file.copy_file = _linking(file, file.copy_file)


def _linking(file: Any, copy: Callable[[bool], None]) -> Callable[[bool], None]:
    def link(dirty: bool = False) -> None:
        if dirty and not file.is_modified():
            return
        try:
            os.link(file.abs_src_path, file.abs_dest_path)
        except OSError:  # the folder is not there yet, it is another disk, or one without links
            copy(dirty)

    return link
