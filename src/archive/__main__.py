"""Makes `python -m archive` the same as the command `archive`."""

from archive.cli import program

if __name__ == "__main__":
    program()
