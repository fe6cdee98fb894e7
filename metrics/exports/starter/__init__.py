"""The starter: a small plan folder of an invented town, to begin a plan of one's own with.

``files`` are its files as a person gets them, each line explained; ``folder`` puts them where that person wants them.
"""

from metrics.exports.starter.folder import write_starter

__all__ = ["write_starter"]
