"""Hears the articles of one source against each other: what one page cannot prove, many of one make can."""

from archive.witness.testimony import Testimony, testimony
from archive.witness.vote import contradictions

__all__ = ["Testimony", "contradictions", "testimony"]
