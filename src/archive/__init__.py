"""Turns a folder of plain-text Vietnamese articles into a website that people can browse."""

__version__ = "0.1.0"
