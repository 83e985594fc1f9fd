"""The table of fields and a base's own words → JSON Schemas, from which editors complete and complain."""

from claimbook.schemas.files import FOLDER, SCHEMAS, make, modeline, settings
from claimbook.schemas.folder import refresh_schemas, write_schemas

__all__ = ["FOLDER", "SCHEMAS", "make", "modeline", "refresh_schemas", "settings", "write_schemas"]
