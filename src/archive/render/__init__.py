"""Makes pages, feeds and data files of what the site holds."""

from archive.render.data_files import DATA_FILES, OpenLines, csv_line, data_lines, json_line, revised_data_files
from archive.render.digesting import article_text, entry
from archive.render.pages import ARTICLE, Job, Press, jobs, search_job, site_view

__all__ = [
    "ARTICLE",
    "DATA_FILES",
    "Job",
    "OpenLines",
    "Press",
    "article_text",
    "csv_line",
    "data_lines",
    "entry",
    "jobs",
    "json_line",
    "revised_data_files",
    "search_job",
    "site_view",
]
