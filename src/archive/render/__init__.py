"""Makes pages, feeds and data files of what the site holds."""

from archive.render.data_files import csv_line, data_files, json_line
from archive.render.digesting import article_text, entry
from archive.render.pages import Job, Press, jobs, search_job, site_view

__all__ = [
    "Job",
    "Press",
    "article_text",
    "csv_line",
    "data_files",
    "entry",
    "jobs",
    "json_line",
    "search_job",
    "site_view",
]
