"""What the settings, mkdocs.yml, say of the site."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimbook.errors import CannotRunError, explained

if TYPE_CHECKING:
    from pathlib import Path


def site_address(root: Path) -> str:
    """The address at which the settings say the site will stand, or nothing.

    Raises `CannotRunError` when the settings cannot be read.
    """
    return site_settings(root)["url"]


def site_settings(root: Path) -> dict[str, str]:
    """What the settings say of the site: name, url, description, copyright, repo, license (`extra.license`).

    Raises `CannotRunError` when the settings cannot be read.
    """
    with explained("cannot read mkdocs.yml"):
        text = (root / "mkdocs.yml").read_bytes()
    given = _read(text)
    extra = given.get("extra")
    told = {name: given.get(f"site_{name}") for name in ("name", "url", "description")}
    told |= {"copyright": given.get("copyright"), "repo": given.get("repo_url")}
    told["license"] = extra.get("license") if isinstance(extra, dict) else None
    settings = {name: str(each or "").strip() for name, each in told.items()}
    try:
        urlsplit(settings["url"])
    except ValueError as error:
        raise CannotRunError(f"cannot read mkdocs.yml: site_url is no address: {error}") from error
    return settings


def all_settings(root: Path) -> dict[str, Any]:
    """The settings as they are read, with those that they inherit and what the environment gives.

    Raises `CannotRunError` when they cannot be read.
    """
    with explained("cannot read mkdocs.yml"), (root / "mkdocs.yml").open("rb") as file:
        return _read(file)


def _read(source: bytes | IO[bytes]) -> dict[str, Any]:
    from mkdocs.exceptions import ConfigurationError
    from mkdocs.utils.yaml import yaml_load

    try:
        given: object = yaml_load(source.decode("utf-8") if isinstance(source, bytes) else source)
    except ConfigurationError as error:
        raise CannotRunError(str(error)) from error
    except (RecursionError, TypeError, ValueError) as error:
        raise CannotRunError(f"cannot read mkdocs.yml: {error}") from error
    if not isinstance(given, dict):
        raise CannotRunError("cannot read mkdocs.yml: it holds no settings")
    return given
