"""Files of a base with what is safely mended: never what they say, only how they are written."""

from claimbook.fixing.files import Fixed, fixed_files, write_fixed
from claimbook.fixing.text import fix_text

__all__ = ["Fixed", "fix_text", "fixed_files", "write_fixed"]
