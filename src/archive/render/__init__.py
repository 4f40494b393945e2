"""Makes pages, feeds and data files of what the site holds."""

from archive.render.data_files import data_files
from archive.render.digesting import article_text, entry
from archive.render.pages import Job, Press, jobs, site_view

__all__ = ["Job", "Press", "article_text", "data_files", "entry", "jobs", "site_view"]
