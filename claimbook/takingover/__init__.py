"""Pages of the site that stands, taken over into a new one where nothing that they hang on has changed."""

from claimbook.takingover.taking import TakingOver

__all__ = ["TakingOver"]
